package dev.ballast.rules.budget;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A policy that is estimated to cost more than its budget. */
final class OfPolicies implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "budget.policy";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        return environment.policies().stream()
                .flatMap(policy -> Spending.of(policy, environment, context).stream())
                .filter(Spending::exceeded)
                .map(spending -> at(
                                spending.place(),
                                "at rest it costs `%s` a month, and the budget is `%s`"
                                        .formatted(spending.estimate(), spending.monthly()))
                        .help("keep less, or raise the budget; `ballast cost` shows what it is spent on")
                        .about(spending.policy(), null))
                .toList();
    }
}
