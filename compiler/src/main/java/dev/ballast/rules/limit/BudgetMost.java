package dev.ballast.rules.limit;

import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.PolicyCost;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Money;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Policies that are estimated to cost more than any may. */
final class BudgetMost implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "limit.budget";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        return environment.policies().stream()
                .flatMap(policy ->
                        check(policy, environment, context).stream().map(found -> found.about(policy.name(), null)))
                .toList();
    }

    private List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        return policy.limits().stream()
                .flatMap(limits -> Optional.ofNullable(limits.limits().budget()).stream()
                        .flatMap(most -> estimate(policy, environment, context)
                                .filter(estimate -> exceeds(estimate, most))
                                .map(estimate -> finding(policy, estimate, most, limits))
                                .stream()))
                .limit(1)
                .toList();
    }

    private static Optional<Money> estimate(BackupPlan policy, EnvironmentPlan environment, Context context) {
        EnvironmentCost cost = context.cost(environment);
        return cost.policy(policy.name()).flatMap(BudgetMost::estimate);
    }

    private static Optional<Money> estimate(PolicyCost cost) {
        return Optional.ofNullable(cost.currency())
                .map(currency -> new Money(
                        cost.monthly().estimate().setScale(EnvironmentCost.DIGITS, RoundingMode.HALF_EVEN), currency));
    }

    private static boolean exceeds(Money estimate, Money most) {
        return estimate.currency().equals(most.currency()) && estimate.amount().compareTo(most.amount()) > 0;
    }

    private Diagnostic finding(BackupPlan policy, Money estimate, Money most, BackupPlan.SourcedLimits limits) {
        Diagnostic finding = at(
                        policy.policy().meta().namePlace(),
                        "at rest it costs `%s` a month; at most `%s` is allowed".formatted(estimate, most))
                .help("keep less; `ballast cost` shows what it is spent on, `ballast compare` what less would cost");
        return Caps.with(finding, limits, "budget");
    }
}
