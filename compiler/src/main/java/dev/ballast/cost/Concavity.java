package dev.ballast.cost;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether measured differences can be true: more time never means less difference, nor a faster growing one. Were it otherwise, deleting
 * a backup between two others would make a store fuller.
 */
public final class Concavity {
    private Concavity() {}

    /**
     * The first difference that cannot be.
     *
     * @param span the one that does not fit
     * @param most bytes that it can be at most, given those before it; absent when it is too small instead
     * @param least bytes that it must be at least
     */
    public record Dent(Duration span, long bytes, Optional<Long> most, long least) {}

    /** The first of some differences, by span, that does not fit those before it. */
    public static Optional<Dent> dent(Map<Duration, Long> deltas) {
        double days = 0;
        long bytes = 0;
        double slope = Double.MAX_VALUE;
        for (var delta : new TreeMap<>(deltas).entrySet()) {
            double span = (double) delta.getKey().toSeconds() / ChangeCurve.DAY;
            double steeper = (delta.getValue() - bytes) / (span - days);
            if (delta.getValue() < bytes) {
                return Optional.of(new Dent(delta.getKey(), delta.getValue(), Optional.empty(), bytes));
            }
            // A byte of rounding in a measured number is no dent.
            if (steeper * (span - days) > slope * (span - days) + 1) {
                long most = bytes + (long) Math.floor(slope * (span - days));
                return Optional.of(new Dent(delta.getKey(), delta.getValue(), Optional.of(most), bytes));
            }
            days = span;
            bytes = delta.getValue();
            slope = steeper;
        }
        return Optional.empty();
    }
}
