package dev.ballast.reconcile;

import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.drift.CostDrift;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a policy costs, as far as it is known.
 *
 * @param atRest money a month once every tier has filled; absent when nothing has a price
 * @param drift absent when nothing about its size is known, and before it was first counted
 */
record Money(
        @Nullable Currency currency,
        @Nullable MoneyRange atRest,
        @Nullable CostDrift drift) {
    /** Before anything was counted. */
    static final Money UNKNOWN = new Money(null, null, null);

    /** Whether every figure that is shown is the same. */
    boolean isAlike(Money other) {
        return Objects.equals(currency, other.currency)
                && Objects.equals(rounded(atRest), rounded(other.atRest))
                && Objects.equals(shown(drift), shown(other.drift));
    }

    private static @Nullable MoneyRange rounded(@Nullable MoneyRange money) {
        return money == null ? null : money.rounded(EnvironmentCost.DIGITS);
    }

    private static @Nullable Object shown(@Nullable CostDrift drift) {
        return drift == null
                ? null
                : List.of(drift.parts().shown(EnvironmentCost.DIGITS), drift.alarming(), drift.actual());
    }
}
