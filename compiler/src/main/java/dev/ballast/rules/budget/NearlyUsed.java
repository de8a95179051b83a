package dev.ballast.rules.budget;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A budget that is used up to the part at which to warn. */
final class NearlyUsed implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "budget.nearly-used";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        return Spending.in(environment, context).stream()
                .filter(Spending::nearlyUsed)
                .map(spending -> at(
                                spending.place(),
                                "at rest `%s` of `%s` a month are used, `%s` or more"
                                        .formatted(spending.estimate(), spending.monthly(), spending.warnAt()))
                        .help("raise the budget before it is in the way, or `warnAt`")
                        .about(spending.policy(), null))
                .toList();
    }
}
