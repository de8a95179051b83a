package dev.ballast.change;

import dev.ballast.report.Sizes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Bytes and money, before and after. */
final class Spending {
    private Spending() {}

    /** What has no number is not in the sum. */
    private static String atLeast(Bill bill) {
        return bill.unknowns() > 0 ? "≥ " : "";
    }

    /** Mean bytes at rest; empty where there is no bill. */
    static String bytes(@Nullable Bill bill) {
        return bill == null ? "" : atLeast(bill) + Sizes.text(bill.storedBytes());
    }

    /** {@code 39.50 USD}; empty when nothing has a price. */
    static String money(@Nullable Bill bill) {
        Bill.Charge charge = bill == null ? null : bill.monthly();
        return bill == null || charge == null ? "" : atLeast(bill) + money(charge.estimate(), charge.currency());
    }

    static String money(BigDecimal amount, Currency currency) {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    /**
     * A difference of money.
     *
     * @param amount after less before
     * @param percent of before, whole; absent when there was nothing
     */
    record Delta(
            BigDecimal amount, Currency currency, @Nullable BigDecimal percent) {
        @Override
        public String toString() {
            String share = percent == null ? "" : ", %s%%".formatted(signed(percent));
            return "%s %s%s".formatted(signed(amount), currency.getCurrencyCode(), share);
        }
    }

    /** With a sign, also when it is more. */
    static String signed(BigDecimal amount) {
        return (amount.signum() > 0 ? "+" : "") + amount.toPlainString();
    }

    /** How much more is spent; nothing when it is the same, or cannot be compared. */
    static Optional<Delta> delta(@Nullable Bill before, @Nullable Bill after) {
        Bill.Charge was = before == null ? null : before.monthly();
        Bill.Charge is = after == null ? null : after.monthly();
        // A policy that is new or gone is compared with nothing; one whose price became known is not.
        boolean wasUnknown = was == null && before != null;
        boolean isUnknown = is == null && after != null;
        Bill.Charge either = is == null ? was : is;
        if (either == null || wasUnknown || isUnknown) {
            return Optional.empty();
        }
        if (was != null && !was.currency().equals(either.currency())) {
            return Optional.empty();
        }
        BigDecimal from = was == null ? BigDecimal.ZERO : was.estimate();
        BigDecimal to = is == null ? BigDecimal.ZERO : is.estimate();
        BigDecimal more = to.subtract(from);
        if (more.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal percent = from.signum() == 0 ? null : more.movePointRight(2).divide(from, 0, RoundingMode.HALF_UP);
        return Optional.of(new Delta(more, either.currency(), percent));
    }

    /** {@code 39.50 → 41.50 USD (+2.00 USD, +5%)}. */
    static String move(@Nullable Bill before, @Nullable Bill after) {
        String moved = Phrases.move(money(before), money(after));
        return delta(before, after)
                .map(delta -> "%s (%s)".formatted(moved, delta))
                .orElse(moved);
    }

    /** What all environments cost together, by currency; nothing when no bill is known. */
    static List<Total> totals(ChangeSet changes) {
        var totals = new TreeMap<String, Total>();
        for (EnvironmentChange environment : changes.environments()) {
            add(
                    totals,
                    environment.before() == null ? null : environment.before().bill(),
                    true);
            add(totals, environment.after() == null ? null : environment.after().bill(), false);
        }
        return List.copyOf(totals.values());
    }

    private static void add(Map<String, Total> totals, @Nullable Bill bill, boolean before) {
        Bill.Charge charge = bill == null ? null : bill.monthly();
        if (charge != null) {
            BigDecimal amount = charge.estimate();
            totals.merge(
                    charge.currency().getCurrencyCode(),
                    new Total(
                            charge.currency(),
                            before ? amount : BigDecimal.ZERO,
                            before ? BigDecimal.ZERO : amount,
                            before ? BigDecimal.ZERO : charge.low(),
                            before ? BigDecimal.ZERO : charge.high()),
                    Total::plus);
        }
    }

    /**
     * Money a month of everything in one currency.
     *
     * @param low of the new side
     * @param high of the new side
     */
    record Total(Currency currency, BigDecimal before, BigDecimal after, BigDecimal low, BigDecimal high) {
        Total plus(Total other) {
            return new Total(
                    currency,
                    before.add(other.before),
                    after.add(other.after),
                    low.add(other.low),
                    high.add(other.high));
        }

        /** {@code 120.00 → 122.00 USD a month (+2.00)}; {@code 122.00 USD a month} when there was nothing. */
        @Override
        public String toString() {
            BigDecimal more = after.subtract(before);
            String code = currency.getCurrencyCode();
            if (before.signum() == 0) {
                return money(after, currency) + " a month";
            }
            return more.signum() == 0
                    ? "%s %s a month, as before".formatted(after.toPlainString(), code)
                    : "%s → %s %s a month (%s)"
                            .formatted(before.toPlainString(), after.toPlainString(), code, signed(more));
        }
    }
}
