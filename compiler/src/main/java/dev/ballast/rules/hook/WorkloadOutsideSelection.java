package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.HookPlan;
import dev.ballast.policy.Hook;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** A hook on a workload whose namespace the policy does not select. */
final class WorkloadOutsideSelection implements Rule.OfPolicy {
    @Override
    public String id() {
        return "hook.workload-outside-selection";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        for (HookPlan hook : policy.hooks()) {
            Hook.Workload workload = hook.hook().workload();
            if (workload != null && !Namespaces.maySelect(policy.selection(), workload.namespace())) {
                found.add(at(
                                policy.place(hook.pointer() + "/workload/namespace"),
                                "the policy does not select the namespace `%s` of the %s `%s`, so no backup of it runs the hook `%s`"
                                        .formatted(
                                                workload.namespace(),
                                                workload.kind(),
                                                workload.name(),
                                                hook.hook().name()))
                        .related(policy.policy().meta().place("/spec/select"), "what is selected")
                        .help("select the namespace, or move the hook to the policy that does"));
            }
        }
        return found;
    }
}
