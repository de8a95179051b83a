package dev.ballast.invoice;

import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.PolicyCost;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Money;
import dev.ballast.report.Findings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a report of costs is made from.
 *
 * @param environment that was asked for; absent for all
 * @param environments one or more
 * @param budgets of policies and environments that have one
 */
public record Invoice(
        @Nullable String environment,
        Instant at,
        List<EnvironmentCost> environments,
        List<BudgetUse> budgets,
        Findings findings) {

    public Invoice {
        environments = List.copyOf(environments);
        budgets = List.copyOf(budgets);
    }

    /**
     * How much of a budget is used at rest.
     *
     * @param policy absent for the budget of the environment
     * @param percent of the estimate, whole; absent when the money is in another currency, or not all of it is known
     */
    public record BudgetUse(
            String environment,
            @Nullable String policy,
            Money budget,
            @Nullable Integer percent) {}

    /** The budgets of an environment and its policies. */
    public static List<BudgetUse> budgets(EnvironmentPlan plan, EnvironmentCost cost) {
        var uses = new ArrayList<BudgetUse>();
        for (BackupPlan policy : plan.policies()) {
            Money budget = policy.terms().budget().monthly();
            cost.policy(policy.name()).filter(of -> budget != null).ifPresent(of -> uses.add(use(cost, of, budget)));
        }
        Money whole = plan.environment().budget().monthly();
        if (whole != null) {
            boolean complete = cost.policies().stream().allMatch(PolicyCost::complete);
            uses.add(new BudgetUse(
                    cost.environment(),
                    null,
                    whole,
                    complete ? percent(cost.total().estimate(), whole, cost.currency()) : null));
        }
        return List.copyOf(uses);
    }

    private static BudgetUse use(EnvironmentCost cost, PolicyCost policy, @Nullable Money budget) {
        Money money = java.util.Objects.requireNonNull(budget);
        Integer percent = policy.complete() ? percent(policy.monthly().estimate(), money, policy.currency()) : null;
        return new BudgetUse(cost.environment(), policy.policy(), money, percent);
    }

    private static @Nullable Integer percent(BigDecimal amount, Money budget, @Nullable Currency currency) {
        if (budget.amount().signum() == 0 || (currency != null && !currency.equals(budget.currency()))) {
            return null;
        }
        return amount.movePointRight(2)
                .divide(budget.amount(), 0, RoundingMode.HALF_UP)
                .intValue();
    }

    /** The budget of a policy, or with no policy that of the environment. */
    Optional<BudgetUse> budget(String environment, @Nullable String policy) {
        return budgets.stream()
                .filter(use -> use.environment().equals(environment) && java.util.Objects.equals(use.policy(), policy))
                .findFirst();
    }

    /** What is assumed, and for how many policies; sorted. */
    static Map<String, Integer> assumptions(EnvironmentCost cost) {
        var counts = new TreeMap<String, Integer>();
        cost.policies()
                .forEach(policy -> policy.assumptions()
                        .forEach(a -> counts.merge("%s: %s".formatted(a.name(), a.value()), 1, Integer::sum)));
        return counts;
    }
}
