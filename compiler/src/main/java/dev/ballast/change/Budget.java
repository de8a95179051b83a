package dev.ballast.change;

import dev.ballast.policy.Limits;
import dev.ballast.policy.Money;
import dev.ballast.policy.Terms;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much something may cost a month.
 *
 * @param monthly its own budget
 * @param blocks whether a change beyond its own budget is blocked
 * @param limit the least that limits allow; always blocks
 */
public record Budget(
        @Nullable Money monthly, boolean blocks, @Nullable Money limit) {
    /** No bound. */
    public static final Budget NONE = new Budget(null, false, null);

    static Budget of(Terms.Budget budget, List<Limits> limits) {
        Money least = limits.stream()
                .map(Limits::budget)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Money::amount))
                .orElse(null);
        return new Budget(budget.monthly(), budget.block(), least);
    }
}
