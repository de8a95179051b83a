package dev.ballast.change;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A cheaper policy that reaches back as far: without one tier other than the finest.
 *
 * @param without the tier to leave out
 * @param percent of the whole that it saves
 */
record Cheaper(Bill.Saving without, Currency currency, BigDecimal percent) {
    private static final BigDecimal LEAST_PERCENT = BigDecimal.TEN;

    /** The one that saves most, if that is at least a tenth of the whole and one unit of money. */
    static Optional<Cheaper> than(PolicyState policy) {
        Bill bill = policy.bill();
        Outlook outlook = policy.outlook();
        Bill.Charge charge = bill == null ? null : bill.monthly();
        if (bill == null
                || charge == null
                || outlook == null
                || charge.estimate().signum() <= 0) {
            return Optional.empty();
        }
        List<TierState> coarser = policy.tiers().stream().skip(1).toList();
        return bill.savings().stream()
                .filter(saving ->
                        coarser.stream().anyMatch(tier -> tier.tier() == saving.tier() && isNeverOldest(tier, outlook)))
                .max(Comparator.comparing(Bill.Saving::estimate))
                .filter(saving -> saving.estimate().compareTo(BigDecimal.ONE) >= 0)
                .map(saving -> new Cheaper(
                        saving,
                        charge.currency(),
                        saving.estimate().movePointRight(2).divide(charge.estimate(), 0, RoundingMode.HALF_UP)))
                .filter(cheaper -> cheaper.percent().compareTo(LEAST_PERCENT) >= 0);
    }

    /** Whether something older is there at any time: then the look-back does not rest on this tier. */
    private static boolean isNeverOldest(TierState tier, Outlook outlook) {
        Duration lookback = outlook.lookback();
        return lookback != null && tier.ttl().compareTo(lookback) <= 0;
    }

    /** A sentence without its end. */
    String text() {
        return "without the %s tier it reaches back as far, with fewer points between, and costs %s less a month (%s%%)"
                .formatted(
                        without.tier().word(), Spending.money(without.estimate(), currency), percent.toPlainString());
    }
}
