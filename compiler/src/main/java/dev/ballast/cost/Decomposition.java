package dev.ballast.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Why one state costs more or less than another. One thing after the other is changed from what it was to what it is, in a fixed order,
 * and each step is put down to that thing; so the parts add up to the difference, always and exactly.
 *
 * @param expected before everything
 * @param actual after everything
 * @param causes one for each step, in order, those that change nothing too
 */
public record Decomposition(Worth expected, Worth actual, List<Cause> causes) {
    public Decomposition {
        causes = List.copyOf(causes);
    }

    /**
     * What a state comes to.
     *
     * @param monthly money, exact
     */
    public record Worth(long bytes, BigDecimal monthly) {
        /** Nothing at all. */
        public static final Worth NONE = new Worth(0, BigDecimal.ZERO);

        /** Both together. */
        public Worth plus(Worth other) {
            return new Worth(bytes + other.bytes, monthly.add(other.monthly));
        }
    }

    /**
     * What everything comes to once one more thing is as it is.
     *
     * @param kind what was changed in this step
     */
    public record Step(Cause.Kind kind, Worth worth) {}

    /**
     * The parts of a difference.
     *
     * @param steps in order; the last is the actual state
     * @throws IllegalArgumentException when two steps are out of the order of their kinds
     */
    public static Decomposition of(Worth expected, List<Step> steps) {
        var causes = new ArrayList<Cause>();
        Worth before = expected;
        Cause.Kind last = null;
        for (Step step : steps) {
            if (last != null && step.kind().compareTo(last) < 0) {
                throw new IllegalArgumentException("%s after %s".formatted(step.kind(), last));
            }
            Worth after = step.worth();
            causes.add(new Cause(
                    step.kind(), after.bytes() - before.bytes(), after.monthly().subtract(before.monthly())));
            before = after;
            last = step.kind();
        }
        return new Decomposition(expected, before, causes);
    }

    /** Money a month that the actual state costs more; negative when it costs less. */
    public BigDecimal drift() {
        return actual.monthly().subtract(expected.monthly());
    }

    /** The causes that matter: those with money or bytes, with amounts rounded so that they add up to the rounded {@link #drift()}. */
    public List<Cause> shown(int digits) {
        List<BigDecimal> amounts =
                Cents.shares(causes.stream().map(Cause::amount).toList(), digits);
        var shown = new ArrayList<Cause>();
        for (int i = 0; i < causes.size(); i++) {
            Cause cause = causes.get(i);
            if (amounts.get(i).signum() != 0 || cause.bytes() != 0) {
                shown.add(new Cause(cause.kind(), cause.bytes(), amounts.get(i)));
            }
        }
        return List.copyOf(shown);
    }
}
