package dev.ballast.rules.budget;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** An environment that is estimated to cost more than its budget. */
final class OfEnvironments implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "budget.environment";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        return Spending.of(environment, context)
                .filter(Spending::exceeded)
                .map(spending -> at(
                                spending.place(),
                                "at rest all policies together cost `%s` a month, and the budget is `%s`"
                                        .formatted(spending.estimate(), spending.monthly()))
                        .help("let the dearest policies keep less, or raise the budget; `ballast cost` lists them"))
                .stream()
                .toList();
    }
}
