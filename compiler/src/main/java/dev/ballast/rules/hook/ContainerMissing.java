package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.HookPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** A step that names no container. */
final class ContainerMissing implements Rule.OfPolicy {
    @Override
    public String id() {
        return "hook.container-missing";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        for (HookPlan hook : policy.hooks()) {
            for (PlacedStep step : PlacedStep.all(hook, policy, context.set())) {
                if (step.step().container() == null) {
                    found.add(at(
                                    step.place(),
                                    "%s no container: it runs in the first of the pod, which may be an injected sidecar"
                                            .formatted(step.written() ? "this step names" : "the template is given"))
                            .help("name the `container`"));
                }
            }
        }
        return found;
    }
}
