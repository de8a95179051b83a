package dev.ballast.rules.hook;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.hooks.OnError;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.HookPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A freeze whose thaw Velero skips when a pre step fails. */
final class ThawSkipped implements Rule.OfPolicy {
    @Override
    public String id() {
        return "hook.thaw-skipped";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        for (HookPlan hook : policy.hooks()) {
            Optional<Freeze> frozen = Optional.empty();
            for (PlacedStep step : PlacedStep.pre(hook, policy, context.set())) {
                frozen = frozen.or(() -> Freeze.leftBy(step.step()));
                if (frozen.isPresent()
                        && frozen.get().thawedBy(hook.post())
                        && step.step().onError() == OnError.FAIL) {
                    found.add(finding(step, frozen.get()));
                    break;
                }
            }
        }
        return found;
    }

    private Diagnostic finding(PlacedStep step, Freeze freeze) {
        return at(
                        step.place(),
                        "when this step fails or times out, `onError: Fail` makes Velero skip the post steps: what `%s` froze is not thawed"
                                .formatted(freeze.words()))
                .help("write `onError: Continue`; a failed hook shows as PartiallyFailed all the same");
    }
}
