package dev.ballast.drift;

import dev.ballast.cost.Cause;
import dev.ballast.cost.Decomposition;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far what is stored is off from what should be by now, in bytes and in money a month at the present rate.
 *
 * @param currency absent where nothing has a price; bytes are shown without money
 * @param parts expected, actual and the causes between, which add up exactly
 * @param evidence why each cause is believed, a line or more of each, by kind; only for causes that are not nothing
 * @param expected how well the expected figure is known
 * @param actual how well the actual figure is known
 * @param alarming whether the drift is beyond the thresholds, both the absolute and the relative one
 */
public record CostDrift(
        @Nullable Currency currency,
        Decomposition parts,
        Map<Cause.Kind, List<String>> evidence,
        Certainty expected,
        Certainty actual,
        boolean alarming) {
    public CostDrift {
        evidence = Map.copyOf(evidence);
    }

    /** Money a month that the actual state costs more; negative when it costs less. */
    public BigDecimal drift() {
        return parts.drift();
    }

    /** Bytes that are there and should not be; negative for fewer. */
    public long driftBytes() {
        return parts.actual().bytes() - parts.expected().bytes();
    }

    /**
     * From when on a drift is told: it must be beyond both.
     *
     * @param absolute money a month, in the currency of the environment
     * @param relative part of what is expected, from 0
     */
    public record Thresholds(BigDecimal absolute, BigDecimal relative) {
        /** One unit of money a month and a tenth. */
        public static final Thresholds DEFAULT = new Thresholds(BigDecimal.ONE, new BigDecimal("0.10"));

        /** Whether a drift is beyond both. */
        public boolean exceededBy(BigDecimal drift, BigDecimal expected) {
            return drift.abs().compareTo(absolute) > 0 && drift.abs().compareTo(expected.multiply(relative)) > 0;
        }
    }
}
