package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.hooks.HookAnnotations;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.WorkloadHooks;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** More steps on a workload than its annotations can hold. */
final class WorkloadManySteps implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "hook.workload-many-steps";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        for (WorkloadHooks hooks : WorkloadHooks.of(environment)) {
            if (HookAnnotations.of(hooks.pre(), hooks.post()) instanceof HookAnnotations.Result.TooMany tooMany) {
                found.add(finding(hooks, tooMany.message()));
            }
        }
        return found;
    }

    /** At the last of the hooks that meet there, with the others beside it. */
    private Diagnostic finding(WorkloadHooks hooks, String message) {
        List<WorkloadHooks.Use> uses = hooks.uses();
        WorkloadHooks.Use last = uses.get(uses.size() - 1);
        Diagnostic finding = at(last.policy().place(last.hook().pointer()), message)
                .help("join the steps of a phase in one `script`, or use a `selector` instead of `workload`")
                .about(last.policy().name(), null);
        for (WorkloadHooks.Use other : uses.subList(0, uses.size() - 1)) {
            finding = finding.related(
                    other.policy().place(other.hook().pointer()),
                    "a hook of policy `%s` on the same workload"
                            .formatted(other.policy().name()));
        }
        return finding;
    }
}
