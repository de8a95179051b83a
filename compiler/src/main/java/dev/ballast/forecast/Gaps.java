package dev.ballast.forecast;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stretches without a restore point. Two neighbours have a stretch between them from when they become neighbours (the later one begins, or
 * the last one between them expires) until one of them expires. Worked out when first asked for.
 */
final class Gaps {
    private final Sweep sweep;
    private final long until;
    /** Stretches as (begin, end, neighbours from, neighbours until), four numbers each; the last until a time after all. */
    private long @Nullable [] stretches;

    private int size;

    /** @param until the end of the simulation: how far the stretch after the last backup is known to reach */
    Gaps(Sweep sweep, long until) {
        this.sweep = sweep;
        this.until = until;
    }

    /**
     * The longest stretch that at any time of the period lies around the instant so long before. Of the newest backup the stretch reaches to
     * the next one, of the last one to the end of the simulation. Nothing when there are times at which no restore point is as old.
     *
     * @param age not negative
     */
    synchronized Optional<Duration> worst(Duration age) {
        if (sweep.starts.length == 0 || sweep.leastLookback().compareTo(age) < 0) {
            return Optional.empty();
        }
        long[] all = stretches == null ? build() : stretches;
        long back = age.toSeconds();
        long worst = -1;
        for (int i = 0; i < size; i += 4) {
            long first =
                    Math.max(Math.max(all[i + 2], all[i] + back), sweep.period().from());
            long last = Math.min(
                    Math.min(all[i + 3], all[i + 1] + back), sweep.period().to() + 1);
            if (first < last) {
                worst = Math.max(worst, all[i + 1] - all[i]);
            }
        }
        return worst < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(worst));
    }

    private long[] build() {
        int n = sweep.starts.length;
        long[] starts = sweep.starts;
        long[] expires = sweep.expires;
        var found = new long[n * 8];
        var previous = IntStream.range(-1, n - 1).toArray();
        var next = IntStream.range(1, n + 1).toArray();
        // From when the backup and the one after it are neighbours.
        long[] since = starts.clone();
        int[] byExpiry = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingLong(i -> expires[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : byExpiry) {
            int before = previous[i];
            int after = next[i];
            add(found, starts[i], after < n ? starts[after] : until, since[i], expires[i]);
            if (after < n) {
                previous[after] = before;
            }
            if (before >= 0) {
                add(found, starts[before], starts[i], since[before], expires[i]);
                next[before] = after;
                since[before] = expires[i];
            }
        }
        stretches = Arrays.copyOf(found, size);
        return stretches;
    }

    private void add(long[] found, long begin, long end, long from, long until) {
        if (from < until) {
            found[size++] = begin;
            found[size++] = end;
            found[size++] = from;
            found[size++] = until;
        }
    }
}
