package dev.ballast.rules.budget;

import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.PolicyCost;
import dev.ballast.cost.Unknown;
import dev.ballast.diagnostic.Place;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Money;
import dev.ballast.policy.Terms;
import dev.ballast.rules.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A budget, and what is spent of it.
 *
 * @param policy whose budget it is; absent for that of the environment
 * @param place of the budget
 * @param estimate a month at rest, of all that has a price; absent where nothing has one
 * @param unknown what has no number, in words; empty when everything has one
 */
record Spending(
        @Nullable String policy,
        Terms.Budget budget,
        Money monthly,
        Place.Field place,
        @Nullable Money estimate,
        List<String> unknown) {
    /** Used when the policy says nothing else. */
    private static final BigDecimal WARN_AT = new BigDecimal("0.8");

    /** Every budget of an environment: its own, and those of its policies in their order. */
    static List<Spending> in(EnvironmentPlan environment, Context context) {
        var all = new ArrayList<Spending>();
        of(environment, context).ifPresent(all::add);
        environment
                .policies()
                .forEach(policy -> of(policy, environment, context).ifPresent(all::add));
        return all;
    }

    /** The budget of an environment, when it has one. */
    static Optional<Spending> of(EnvironmentPlan environment, Context context) {
        Terms.Budget budget = environment.environment().budget();
        Money monthly = budget.monthly();
        if (monthly == null || environment.policies().isEmpty()) {
            return Optional.empty();
        }
        EnvironmentCost cost = context.cost(environment);
        return Optional.of(new Spending(
                null,
                budget,
                monthly,
                environment.environment().meta().place("/spec/budget/monthly"),
                money(cost.total().estimate(), cost.currency()),
                cost.policies().stream()
                        .filter(policy -> !policy.complete())
                        .map(policy -> "`%s`".formatted(policy.policy()))
                        .toList()));
    }

    /** The budget of a policy, when it has one. */
    static Optional<Spending> of(BackupPlan plan, EnvironmentPlan environment, Context context) {
        Terms.Budget budget = plan.terms().budget();
        Money monthly = budget.monthly();
        if (monthly == null) {
            return Optional.empty();
        }
        return context.cost(environment)
                .policy(plan.name())
                .map(cost -> new Spending(
                        plan.name(),
                        budget,
                        monthly,
                        plan.place("/budget/monthly"),
                        money(cost.monthly().estimate(), cost.currency()),
                        unknown(cost)));
    }

    private static List<String> unknown(PolicyCost cost) {
        return cost.unknowns().stream().map(Unknown::reason).toList();
    }

    private static @Nullable Money money(BigDecimal amount, @Nullable Currency currency) {
        return currency == null
                ? null
                : new Money(amount.setScale(EnvironmentCost.DIGITS, RoundingMode.HALF_EVEN), currency);
    }

    /** Whether estimate and budget are in one currency. */
    boolean comparable() {
        return estimate != null && estimate.currency().equals(monthly.currency());
    }

    boolean exceeded() {
        return comparable() && used().compareTo(monthly.amount()) > 0;
    }

    /** Whether it is used up to the part at which to warn, and not exceeded. */
    boolean nearlyUsed() {
        return comparable()
                && !exceeded()
                && used().signum() > 0
                && used().compareTo(monthly.amount().multiply(part())) >= 0;
    }

    /** The part at which to warn, in percent. */
    String warnAt() {
        return part().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    private BigDecimal part() {
        return budget.warnAt() == null ? WARN_AT : budget.warnAt();
    }

    /** Whether part of what it is for has no number, so that more is spent than is known. */
    boolean incomplete() {
        return !comparable() || !unknown.isEmpty();
    }

    /** What stands in the way of an answer. */
    String reason() {
        if (estimate != null && !comparable()) {
            return "the prices are in `%s`".formatted(estimate.currency().getCurrencyCode());
        }
        if (unknown.isEmpty()) {
            return "nothing has a price";
        }
        return policy == null
                ? "not all is known of what %s cost".formatted(String.join(", ", unknown))
                : String.join("; ", unknown);
    }

    private BigDecimal used() {
        return estimate == null ? BigDecimal.ZERO : estimate.amount();
    }
}
