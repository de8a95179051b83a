package dev.ballast.rules.limit;

import dev.ballast.plan.TierPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;

/** When any of several tiers is due. */
final class DueTimes {
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final long UNTIL = Instant.parse("2052-01-01T00:00:00Z").getEpochSecond();

    private DueTimes() {}

    /** The longest time in the years 2024 to 2051 without a due time of any tier; empty when there never are two. */
    static Optional<Duration> longestInterval(List<TierPlan> tiers) {
        List<PrimitiveIterator.OfLong> runs = tiers.stream()
                .map(tier -> tier.calendar().epochSeconds(FROM.minusSeconds(1)))
                .toList();
        long[] next = runs.stream().mapToLong(DueTimes::next).toArray();
        long last = least(next);
        long longest = -1;
        while (last < UNTIL) {
            for (int i = 0; i < next.length; i++) {
                next[i] = next[i] == last ? next(runs.get(i)) : next[i];
            }
            long due = least(next);
            if (due < Long.MAX_VALUE) {
                longest = Math.max(longest, due - last);
            }
            last = due;
        }
        return longest < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(longest));
    }

    private static long next(PrimitiveIterator.OfLong runs) {
        return runs.hasNext() ? runs.nextLong() : Long.MAX_VALUE;
    }

    private static long least(long[] times) {
        return Arrays.stream(times).min().orElse(Long.MAX_VALUE);
    }
}
