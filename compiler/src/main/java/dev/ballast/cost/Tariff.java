package dev.ballast.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What bytes cost a month: each band of a price list at its own price.
 *
 * @param unit bytes that a price is for: 2^30 or 10^9
 * @param bands ascending; the last has no end
 */
public record Tariff(long unit, List<Band> bands) {
    /** Digits behind the point that money is counted with, before it is shown. */
    static final int SCALE = 12;

    /**
     * A part of a price list.
     *
     * @param upTo units, counted from the first byte; absent for the last
     * @param price money for a unit and month
     */
    public record Band(@Nullable BigDecimal upTo, BigDecimal price) {}

    public Tariff {
        bands = List.copyOf(bands);
        if (unit <= 0 || bands.isEmpty()) {
            throw new IllegalArgumentException("a unit and at least one band: %d, %s".formatted(unit, bands));
        }
    }

    /** One price for all. */
    public static Tariff flat(long unit, BigDecimal price) {
        return new Tariff(unit, List.of(new Band(null, price)));
    }

    /** Money for a month of so many bytes, from 0. */
    public BigDecimal monthly(long bytes) {
        BigDecimal units = new BigDecimal(bytes).divide(BigDecimal.valueOf(unit), 40, RoundingMode.HALF_EVEN);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal from = BigDecimal.ZERO;
        for (Band band : bands) {
            BigDecimal to = band.upTo() == null ? units : units.min(band.upTo());
            if (to.compareTo(from) > 0) {
                sum = sum.add(to.subtract(from).multiply(band.price()));
                from = to;
            }
        }
        return sum.setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
