package dev.ballast.e2e;

import dev.ballast.cost.Assumption;
import dev.ballast.cost.ByteRange;
import dev.ballast.cost.Component;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.cost.PolicyCost;
import dev.ballast.cost.PolicyCost.Month;
import dev.ballast.cost.PolicyCost.TierCost;
import dev.ballast.cost.Unknown;
import dev.ballast.policy.Tier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Costs to draw: those of the textbook policy as its accounting gives them, with bands, and some beside it. */
final class SampleCosts {
    static final Currency USD = Currency.getInstance("USD");

    private static final long GIB = 1L << 30;

    /** USD of each month of the textbook policy from an empty cluster at 2026-01-01 on, counted per tier. */
    private static final List<String> RAMP = List.of(
            "15.539", "19.504", "21.506", "23.505", "25.506", "27.505", "29.505", "31.506", "33.505", "35.505",
            "37.506", "39.505", "39.520");

    private SampleCosts() {}

    /** The textbook policy alone. */
    static PolicyCost shop() {
        var ramp = new ArrayList<Month>();
        for (int i = 0; i < RAMP.size(); i++) {
            MoneyRange money = money(RAMP.get(i));
            ramp.add(new Month(YearMonth.of(2026, 1).plusMonths(i), bytes(money.estimate()), money));
        }
        MoneyRange rest = money("39.50");
        return new PolicyCost(
                "shop",
                USD,
                23,
                bytes(rest.estimate()),
                rest,
                List.of(new Component(Component.Kind.SNAPSHOTS, null, null, bytes(rest.estimate()), null, null, rest)),
                List.of(
                        new TierCost(Tier.DAILY, 7, 30 * GIB, new BigDecimal("1.50")),
                        new TierCost(Tier.WEEKLY, 4, 80 * GIB, new BigDecimal("4.00")),
                        new TierCost(Tier.MONTHLY, 12, 480 * GIB, new BigDecimal("24.00"))),
                ramp,
                Instant.parse("2026-12-01T04:00:00Z"),
                List.of(new Assumption("size.objects", "10 MiB a backup")),
                List.of());
    }

    /** An environment with a cheap policy and one of which no size is known. */
    static EnvironmentCost environment() {
        MoneyRange wiki = money("3.10");
        MoneyRange objects = MoneyRange.exactly(new BigDecimal("0.02"));
        Component archives =
                new Component(Component.Kind.OBJECTS, null, "primary", ByteRange.exactly(GIB), null, null, objects);
        var small = new PolicyCost(
                "wiki",
                USD,
                10,
                bytes(wiki.estimate()),
                wiki,
                List.of(new Component(
                        Component.Kind.MOVED_DATA, null, "primary", bytes(wiki.estimate()), null, null, wiki)),
                List.of(),
                List.of(
                        new Month(YearMonth.of(2026, 1), bytes(wiki.low()), money("2.90")),
                        new Month(YearMonth.of(2026, 2), bytes(wiki.estimate()), wiki)),
                Instant.parse("2026-01-15T02:00:00Z"),
                List.of(),
                List.of());
        var unsized = new PolicyCost(
                "orders",
                USD,
                22,
                ByteRange.exactly(GIB),
                objects,
                List.of(archives, new Component(Component.Kind.SNAPSHOTS, null, null, null, null, null, null)),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(new Unknown(Component.Kind.SNAPSHOTS, null, "`size.data` is not declared")));
        PolicyCost shop = shop();
        Component listing = new Component(
                Component.Kind.LISTING, null, "primary", null, null, new BigDecimal(87_600), money("0.44"));
        return new EnvironmentCost(
                "prod",
                SamplePage.AT,
                USD,
                shop.monthly().plus(wiki).plus(objects).plus(money("0.44")),
                List.of(shop, small, unsized),
                List.of(listing),
                List.of(),
                List.of(new EnvironmentCost.BookUse("builtin", "2026.1", LocalDate.of(2026, 1, 15), 4)),
                0,
                List.of());
    }

    private static MoneyRange money(String estimate) {
        BigDecimal amount = new BigDecimal(estimate);
        return new MoneyRange(amount.multiply(new BigDecimal("0.85")), amount, amount.multiply(new BigDecimal("1.30")));
    }

    /** At 0.05 USD a GiB. */
    private static ByteRange bytes(BigDecimal money) {
        long bytes = money.multiply(BigDecimal.valueOf(20 * GIB)).longValue();
        return new ByteRange(bytes / 100 * 85, bytes, bytes / 100 * 130);
    }
}
