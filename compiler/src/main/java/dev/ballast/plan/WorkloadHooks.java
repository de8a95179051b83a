package dev.ballast.plan;

import dev.ballast.hooks.HookStep;
import dev.ballast.policy.Hook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The hooks that policies of one environment put on one workload. They meet in the annotations of its pods, which hold one command a
 * phase.
 */
public record WorkloadHooks(Hook.Workload workload, List<Use> uses) {
    /** A hook and the policy that has it. */
    public record Use(BackupPlan policy, HookPlan hook) {}

    /** All workloads with hooks, in the order of the input. */
    public static List<WorkloadHooks> of(EnvironmentPlan environment) {
        Map<Hook.Workload, List<Use>> uses = new LinkedHashMap<>();
        for (BackupPlan policy : environment.policies()) {
            for (HookPlan hook : policy.hooks()) {
                Hook.Workload workload = hook.hook().workload();
                if (workload != null) {
                    uses.computeIfAbsent(workload, key -> new ArrayList<>()).add(new Use(policy, hook));
                }
            }
        }
        return uses.entrySet().stream()
                .map(entry -> new WorkloadHooks(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** The different steps before a backup. */
    public List<HookStep> pre() {
        return steps(HookPlan::pre);
    }

    /** The different steps after a backup. */
    public List<HookStep> post() {
        return steps(HookPlan::post);
    }

    private List<HookStep> steps(Function<HookPlan, List<HookStep>> phase) {
        return uses.stream()
                .flatMap(use -> phase.apply(use.hook()).stream())
                .distinct()
                .toList();
    }
}
