package dev.ballast.manifest;

import dev.ballast.hooks.HookStep;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.HookPlan;
import dev.ballast.plan.Selection;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Environment;
import dev.ballast.policy.Quantities;
import dev.ballast.policy.Volumes;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The Schedules of one policy. */
final class ScheduleEmitter {
    private static final String SNAPSHOT_CLASS = "velero.io/csi-volumesnapshot-class_";

    private final EnvironmentPlan environment;
    private final BackupPlan plan;
    private final ResourcePolicies policies;

    ScheduleEmitter(EnvironmentPlan environment, BackupPlan plan, ResourcePolicies policies) {
        this.environment = environment;
        this.plan = plan;
        this.policies = policies;
    }

    Manifest schedule(TierPlan tier) {
        var annotations = new TreeMap<String, String>();
        tier.volumes().snapshotClasses().forEach((driver, name) -> annotations.put(SNAPSHOT_CLASS + driver, name));
        return Manifest.of(
                        "velero.io/v1",
                        "Schedule",
                        tier.name(),
                        environment.environment().velero().namespace(),
                        new ScheduleSpec(tier.cron(), plan.paused(), template(tier)))
                .labelled(Marks.ofPolicy(plan.policy()))
                .labelled(Marks.ofTier(tier.tier()))
                .annotated(annotations);
    }

    private ScheduleSpec.Template template(TierPlan tier) {
        Selection selection = plan.selection();
        Volumes volumes = tier.volumes();
        Volumes.Method method = volumes.method();
        String resourcePolicy = policies.byTier().get(tier.tier());
        StorePlan store = tier.store();
        if (method == null || store == null) {
            throw new IllegalStateException("a plan without a volume method or a store is never emitted");
        }
        boolean snapshots = method == Volumes.Method.SNAPSHOT || method == Volumes.Method.SNAPSHOT_MOVE;
        Integer parallel = volumes.parallelFiles();
        return new ScheduleSpec.Template(
                new ScheduleSpec.TemplateMetadata(Marks.ofBackups(
                        plan.policy(), tier.tier(), environment.environment().cluster())),
                selection.namespaces(),
                selection.excludedNamespaces(),
                selection.written().resources(),
                selection.excludedResources(),
                selection.clusterResources(),
                selection.written().selector(),
                selection.written().anySelectors(),
                hooks(),
                store.name(),
                snapshots || mentions(volumes, "snapshot") ? snapshotLocations() : List.of(),
                snapshots,
                method == Volumes.Method.SNAPSHOT_MOVE,
                method == Volumes.Method.FILE_SYSTEM,
                resourcePolicy == null ? null : new ScheduleSpec.PolicyRef("configmap", resourcePolicy),
                text(volumes.snapshotTimeout()),
                text(volumes.operationTimeout()),
                parallel == null ? null : new ScheduleSpec.UploaderConfig(parallel),
                Quantities.goText(tier.ttl()));
    }

    private List<String> snapshotLocations() {
        return environment.environment().snapshotLocations().stream()
                .map(Environment.SnapshotLocation::name)
                .sorted()
                .toList();
    }

    private static boolean mentions(Volumes volumes, String use) {
        return volumes.rules().stream().anyMatch(rule -> rule.use().equals(use));
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : Quantities.goText(duration);
    }

    private ScheduleSpec.@Nullable Hooks hooks() {
        List<ScheduleSpec.Resource> resources = plan.hooks().stream()
                .filter(hook -> hook.hook().workload() == null)
                .map(this::resource)
                .toList();
        return resources.isEmpty() ? null : new ScheduleSpec.Hooks(resources);
    }

    private ScheduleSpec.Resource resource(HookPlan hook) {
        return new ScheduleSpec.Resource(
                hook.hook().name(),
                hook.hook().namespaces(),
                hook.hook().selector(),
                steps(hook.pre()),
                steps(hook.post()));
    }

    private static List<ScheduleSpec.Step> steps(List<HookStep> steps) {
        return steps.stream()
                .map(step -> new ScheduleSpec.Step(new ScheduleSpec.Exec(
                        step.container(), step.command(), step.onError().word(), Quantities.goText(step.timeout()))))
                .toList();
    }
}
