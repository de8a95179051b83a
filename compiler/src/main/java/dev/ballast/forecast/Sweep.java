package dev.ballast.forecast;

import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts over sorted times. At one instant collections come first, then runs, then expiries: what expires at the very moment of a run is
 * still there when that run is made, and gone afterwards.
 */
final class Sweep {
    /** A time to be judged, in seconds since 1970, both ends included. */
    record Period(long from, long to) {}

    private final List<TierForecast> tiers;
    private final Period period;
    /** Of every backup, good or not. */
    private final long[] runs;
    /** Of good backups by start, and in the same order when each expires. */
    final long[] starts;

    final long[] expires;
    private final long[] expiries;
    private final long[] collections;

    Sweep(List<TierForecast> tiers, Backups others, Period period) {
        this.tiers = tiers;
        this.period = period;
        List<Backups> all = Stream.concat(tiers.stream().map(TierForecast::backups), Stream.of(others))
                .toList();
        this.runs = all.stream().flatMapToLong(Backups::starts).sorted().toArray();
        int size = all.stream().mapToInt(Backups::goodOnes).sum();
        this.starts = new long[size];
        this.expires = new long[size];
        this.collections = new long[size];
        merge(all);
        this.expiries = expires.clone();
        Arrays.sort(expiries);
        Arrays.sort(collections);
    }

    Period period() {
        return period;
    }

    /** Fills the arrays with good backups by start; of those with the same start, the one of the finer tier first. */
    private void merge(List<Backups> all) {
        var next = new int[all.size()];
        for (int size = 0; size < starts.length; size++) {
            int first = -1;
            for (int i = 0; i < next.length; i++) {
                Backups backups = all.get(i);
                while (next[i] < backups.size() && !backups.good(next[i])) {
                    next[i]++;
                }
                if (next[i] < backups.size()
                        && (first < 0 || backups.start(next[i]) < all.get(first).start(next[first]))) {
                    first = i;
                }
            }
            Backups backups = all.get(first);
            starts[size] = backups.start(next[first]);
            expires[size] = backups.expires(next[first]);
            collections[size] = backups.collected(next[first]);
            next[first]++;
        }
    }

    /** At rest, counted just before runs; without a steady state there is no rest, and the end of the period counts. */
    RestorePoints restorePoints(@Nullable Instant steadyFrom) {
        if (steadyFrom == null) {
            return atEnd(null);
        }
        var counts = new TreeMap<Integer, Moments>();
        int begun = 0;
        int gone = 0;
        for (long run : runs) {
            if (run > period.from() && run <= period.to()) {
                begun = past(starts, begun, run - 1);
                gone = past(expiries, gone, run - 1);
                counts.computeIfAbsent(begun - gone, count -> new Moments()).add(run);
            }
        }
        int most = counts.values().stream()
                .mapToInt(moments -> moments.number)
                .max()
                .orElse(0);
        for (Map.Entry<Integer, Moments> count : counts.entrySet()) {
            if (count.getValue().number == most) {
                return restorePoints(count.getKey(), steadyFrom, count.getValue().first);
            }
        }
        return atEnd(steadyFrom);
    }

    private RestorePoints atEnd(@Nullable Instant steadyFrom) {
        return restorePoints(
                past(starts, 0, period.to()) - past(expiries, 0, period.to()), steadyFrom, period.to() + 1);
    }

    /** Moments with the same count. */
    private static final class Moments {
        private int number;
        private long first;

        void add(long time) {
            first = number == 0 ? time : first;
            number++;
        }
    }

    private RestorePoints restorePoints(int atRest, @Nullable Instant steadyFrom, long justBefore) {
        var tiersAtRest = new EnumMap<Tier, Integer>(Tier.class);
        tiers.forEach(tier -> tiersAtRest.put(tier.plan().tier(), tier.backups().pointsBefore(justBefore)));
        int maximum = maximum();
        int bound = Math.max(maximum, atRest + tiers.size());
        return new RestorePoints(atRest, minimum(), maximum, bound, steadyFrom, Map.copyOf(tiersAtRest));
    }

    /** After everything that happens at one instant. */
    private int minimum() {
        int begun = past(starts, 0, period.from());
        int gone = past(expiries, 0, period.from());
        int least = begun - gone;
        for (long expiry : expiries) {
            if (expiry > period.from() && expiry <= period.to()) {
                begun = past(starts, begun, expiry);
                gone = past(expiries, gone, expiry);
                least = Math.min(least, begun - gone);
            }
        }
        return least;
    }

    /** After the runs of one instant, which come after its collections. */
    private int maximum() {
        int begun = past(starts, 0, period.from());
        int gone = past(collections, 0, period.from());
        int most = begun - gone;
        for (long start : starts) {
            if (start > period.from() && start <= period.to()) {
                begun = past(starts, begun, start);
                gone = past(collections, gone, start);
                most = Math.max(most, begun - gone);
            }
        }
        return most;
    }

    /** The least age of the oldest restore point; zero when there are times without any. */
    Duration leastLookback() {
        int oldest = 0;
        long least = Long.MAX_VALUE;
        long[] times = LongStream.concat(
                        LongStream.of(period.from()),
                        LongStream.of(expiries).filter(time -> time > period.from() && time <= period.to()))
                .toArray();
        for (long time : times) {
            while (oldest < starts.length && expires[oldest] <= time) {
                oldest++;
            }
            boolean none = oldest == starts.length || starts[oldest] > time;
            least = Math.min(least, none ? 0 : time - starts[oldest]);
        }
        return Duration.ofSeconds(least);
    }

    /** The number of sorted times not after one, counted on from a number known to be. */
    private static int past(long[] sorted, int known, long time) {
        int count = known;
        while (count < sorted.length && sorted[count] <= time) {
            count++;
        }
        return count;
    }
}
