package dev.ballast.change;

import dev.ballast.policy.Tier;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What something costs at rest.
 *
 * @param storedBytes mean, of all that is known
 * @param monthly absent when nothing has a price
 * @param ramp from an empty cluster to rest
 * @param savings what would be saved without each tier, all others staying
 * @param assumptions how many numbers nobody declared
 * @param unknowns how many parts have no number and are not in it
 */
public record Bill(
        long storedBytes,
        @Nullable Charge monthly,
        List<Month> ramp,
        List<Saving> savings,
        int assumptions,
        int unknowns) {
    public Bill {
        ramp = List.copyOf(ramp);
        savings = List.copyOf(savings);
    }

    /** Money a month in one currency as it is shown, with two digits behind the point; the least, the estimate and the most. */
    public record Charge(Currency currency, BigDecimal low, BigDecimal estimate, BigDecimal high) {}

    /** Money in a month on the way to rest. */
    public record Month(YearMonth month, BigDecimal estimate) {}

    /** Money a month that a tier alone makes up. */
    public record Saving(Tier tier, BigDecimal estimate) {}
}
