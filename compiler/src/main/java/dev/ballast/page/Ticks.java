package dev.ballast.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where an axis that begins at zero has its lines: at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param step between two lines; positive
 * @param count of steps from zero to the top, at least one
 */
record Ticks(BigDecimal step, int count) {
    private static final List<BigDecimal> STEPS =
            List.of(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.valueOf(5), BigDecimal.TEN);

    Ticks {
        if (step.signum() <= 0 || count < 1) {
            throw new IllegalArgumentException("no axis: %s steps of %s".formatted(count, step));
        }
    }

    /**
     * Reaches a greatest value in at most so many steps.
     *
     * @param max zero or more; an axis of nothing still reaches one
     */
    static Ticks upTo(double max, int most) {
        double wanted = max <= 0 ? 1 : max;
        int exponent = (int) Math.floor(Math.log10(wanted / most));
        for (BigDecimal one : STEPS) {
            BigDecimal step = one.scaleByPowerOfTen(exponent);
            // A hair of tolerance, so that 0.3 in steps of 0.1 are three and not four.
            int count = (int) Math.ceil(wanted / step.doubleValue() - 1e-9);
            if (count <= most) {
                return new Ticks(step, Math.max(1, count));
            }
        }
        throw new IllegalStateException("no step for " + max);
    }

    /** The same for things that are counted: steps of one at least. */
    static Ticks ofCounts(int max, int most) {
        Ticks ticks = upTo(max, most);
        return ticks.step.compareTo(BigDecimal.ONE) < 0 ? new Ticks(BigDecimal.ONE, Math.max(1, max)) : ticks;
    }

    /** The highest line. */
    double top() {
        return step.doubleValue() * count;
    }

    /** All lines, from zero up. */
    List<BigDecimal> values() {
        return IntStream.rangeClosed(0, count)
                .mapToObj(i -> step.multiply(BigDecimal.valueOf(i)))
                .toList();
    }
}
