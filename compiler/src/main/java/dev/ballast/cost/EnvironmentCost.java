package dev.ballast.cost;

import dev.ballast.price.Converter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an environment costs.
 *
 * @param currency of all its money; absent when nothing has a price
 * @param total the sum of what is shown: policies and shared components, each rounded
 * @param policies in the order of the plan
 * @param shared what no policy has for itself: listing of stores, terms of accounts
 * @param conversions rates of exchange that were used
 * @param books of which prices were used
 * @param stale used prices that are older than 180 days
 * @param oldest the day on which the oldest of the used prices was read; absent when none was used
 */
public record EnvironmentCost(
        String environment,
        Instant at,
        @Nullable Currency currency,
        MoneyRange total,
        List<PolicyCost> policies,
        List<Component> shared,
        List<Converter.Rate> conversions,
        List<BookUse> books,
        int stale,
        @Nullable LocalDate oldest) {
    /** Digits behind the point of money as it is shown. */
    public static final int DIGITS = 2;

    public EnvironmentCost {
        policies = List.copyOf(policies);
        shared = List.copyOf(shared);
        conversions = List.copyOf(conversions);
        books = List.copyOf(books);
    }

    /**
     * A price book of which prices were used.
     *
     * @param prices how many of them
     */
    public record BookUse(String name, String version, LocalDate asOf, int prices) {}

    /** The cost of a policy. */
    public Optional<PolicyCost> policy(String name) {
        return policies.stream().filter(cost -> cost.policy().equals(name)).findFirst();
    }
}
