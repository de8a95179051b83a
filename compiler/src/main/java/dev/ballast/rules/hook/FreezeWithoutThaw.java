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

/** A pre step that stops an application, and no post step that lets it go on. */
final class FreezeWithoutThaw implements Rule.OfPolicy {
    @Override
    public String id() {
        return "hook.freeze-without-thaw";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        var found = new ArrayList<Diagnostic>();
        for (HookPlan hook : policy.hooks()) {
            for (PlacedStep step : PlacedStep.pre(hook, policy, context.set())) {
                Freeze.leftBy(step.step())
                        .filter(freeze -> !freeze.thawedBy(hook.post()))
                        .ifPresent(freeze -> found.add(at(
                                        step.place(),
                                        "this step freezes (`%s`), and no post step thaws: the application stands still after the backup"
                                                .formatted(freeze.words()))
                                .help("add a post step that undoes it")));
            }
        }
        return found;
    }
}
