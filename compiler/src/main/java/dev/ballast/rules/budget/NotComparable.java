package dev.ballast.rules.budget;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A budget that nobody can say is kept, since part of what it is for has no number. */
final class NotComparable implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "budget.not-comparable";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        return Spending.in(environment, context).stream()
                .filter(spending -> spending.incomplete() && !spending.exceeded())
                .map(spending -> at(
                                spending.place(),
                                "whether `%s` a month are enough cannot be said: %s"
                                        .formatted(spending.monthly(), spending.reason()))
                        .help(
                                "say `size.data`, and name prices that a PriceBook has, in the currency of the budget or with an `fx` rate")
                        .about(spending.policy(), null))
                .toList();
    }
}
