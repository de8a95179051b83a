package dev.ballast.change;

import dev.ballast.policy.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which budgets a change goes beyond: those of policies, of limits and of whole environments. Currencies are never mixed. */
final class Budgets {
    private Budgets() {}

    static List<Crossing> crossings(ChangeSet changes) {
        var crossings = new ArrayList<Crossing>();
        for (EnvironmentChange environment : changes.environments()) {
            EnvironmentState after = environment.after();
            if (after != null) {
                EnvironmentState before = environment.before();
                var was = before == null ? null : new Spent(before.bill(), before.budget());
                crossing("budget.environment", null, environment.name(), was, new Spent(after.bill(), after.budget()))
                        .ifPresent(crossings::add);
            }
            environment.policies().forEach(policy -> crossings.addAll(of(policy, environment.name())));
        }
        return crossings;
    }

    private static List<Crossing> of(PolicyChange policy, @Nullable String environment) {
        PolicyState after = policy.after();
        if (after == null) {
            return List.of();
        }
        PolicyState before = policy.before();
        var crossings = new ArrayList<Crossing>();
        crossing(
                        "budget.policy",
                        policy.policy(),
                        environment,
                        before == null ? null : new Spent(before.bill(), before.budget()),
                        new Spent(after.bill(), after.budget()))
                .ifPresent(crossings::add);
        crossing(
                        "limit.budget",
                        policy.policy(),
                        environment,
                        before == null ? null : new Spent(before.bill(), limit(before.budget())),
                        new Spent(after.bill(), limit(after.budget())))
                .ifPresent(crossings::add);
        return crossings;
    }

    /** The limit in the place of the own budget. */
    private static Budget limit(Budget budget) {
        return new Budget(budget.limit(), true, null);
    }

    private record Spent(@Nullable Bill bill, Budget budget) {
        /** Money beyond the budget, zero or less within it; nothing when there is none, or nothing to compare. */
        Optional<BigDecimal> excess() {
            Money monthly = budget.monthly();
            Bill.Charge charge = bill == null ? null : bill.monthly();
            if (monthly == null || charge == null || !charge.currency().equals(monthly.currency())) {
                return Optional.empty();
            }
            return Optional.of(charge.estimate().subtract(monthly.amount()));
        }

        boolean exceeded() {
            return excess().filter(excess -> excess.signum() > 0).isPresent();
        }

        BigDecimal estimate() {
            Bill.Charge charge = bill == null ? null : bill.monthly();
            return charge == null ? BigDecimal.ZERO : charge.estimate();
        }
    }

    private static Optional<Crossing> crossing(
            String rule, @Nullable String policy, @Nullable String environment, @Nullable Spent before, Spent after) {
        if (!after.exceeded() || !after.budget().blocks()) {
            return Optional.empty();
        }
        boolean stood = false;
        if (before != null && before.exceeded()) {
            stood = true;
            if (after.estimate().compareTo(before.estimate()) <= 0) {
                return Optional.empty();
            }
        }
        Money budget = after.budget().monthly();
        return Optional.of(new Crossing(
                rule,
                policy,
                environment,
                "`%s %s` a month, and the budget is `%s`"
                        .formatted(
                                after.estimate().toPlainString(),
                                budget == null ? "" : budget.currency().getCurrencyCode(),
                                budget),
                stood));
    }
}
