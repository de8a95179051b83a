package dev.ballast.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Backups of one tier, by their start. All times are in seconds since 1970. Held as arrays, since ten years of an hourly tier are 87,600
 * of them.
 */
public final class Backups {
    private final long[] starts;
    private final long[] expires;
    private final long[] collected;
    private final boolean[] good;
    private final int existing;
    private final long[] goodStarts;
    private final long[] goodExpires;

    /**
     * Takes the arrays as they are.
     *
     * @param existing how many, from the first on, are there already when the simulation begins
     */
    Backups(long[] starts, long[] expires, long[] collected, boolean[] good, int existing) {
        this.starts = starts;
        this.expires = expires;
        this.collected = collected;
        this.good = good;
        this.existing = existing;
        this.goodStarts = ofGood(starts);
        this.goodExpires = ofGood(expires);
        Arrays.sort(goodExpires);
    }

    /** What exists of a tier and what it will make. */
    static Backups of(List<ExistingBackup> existing, long[] runs, long ttl, Downtime failing, Downtime uncollected) {
        int old = existing.size();
        int size = old + runs.length;
        var starts = new long[size];
        var expires = new long[size];
        var collected = new long[size];
        var good = new boolean[size];
        for (int i = 0; i < size; i++) {
            starts[i] = i < old ? existing.get(i).start().getEpochSecond() : runs[i - old];
            expires[i] = i < old ? existing.get(i).expires().getEpochSecond() : starts[i] + ttl;
            collected[i] = collection(expires[i], uncollected);
            good[i] = i < old ? existing.get(i).good() : !failing.holds(starts[i]);
        }
        return new Backups(starts, expires, collected, good, old);
    }

    static Backups existing(List<ExistingBackup> existing, Downtime uncollected) {
        return of(existing, new long[0], 0, Downtime.of(List.of(), Set.of()), uncollected);
    }

    /** Velero looks once a period, nobody knows at which minute of it: a look that falls into a downtime is made up for in the period after. */
    private static long collection(long expiry, Downtime uncollected) {
        long period = Forecaster.COLLECTION_PERIOD.toSeconds();
        long time = expiry;
        for (long end = uncollected.endOfAny(time, time + period); end > time; ) {
            time = end;
            end = uncollected.endOfAny(time, time + period);
        }
        return time + period;
    }

    private long[] ofGood(long[] times) {
        var kept = new long[times.length];
        int size = 0;
        for (int i = 0; i < times.length; i++) {
            if (good[i]) {
                kept[size++] = times[i];
            }
        }
        return size == times.length ? times.clone() : Arrays.copyOf(kept, size);
    }

    public int size() {
        return starts.length;
    }

    /** When it is due. */
    public long start(int i) {
        return starts[i];
    }

    /** When it stops being a restore point: start and TTL. */
    public long expires(int i) {
        return expires[i];
    }

    /** When it is gone at the latest: one period of collection after it expired, or after the end of a downtime of Velero or its store in that period. */
    public long collected(int i) {
        return collected[i];
    }

    /** Whether it completes. */
    public boolean good(int i) {
        return good[i];
    }

    /** Whether it is there already when the simulation begins. */
    public boolean existing(int i) {
        return i < existing;
    }

    /** Restore points at a time: good, begun, not yet expired. */
    public int points(long time) {
        return upTo(goodStarts, time) - upTo(goodExpires, time);
    }

    /** Restore points just before a time, those that expire at it included. */
    int pointsBefore(long time) {
        return points(time - 1);
    }

    /** How many begin at or before a time, in seconds since 1970. */
    public int begun(long time) {
        return upTo(starts, time);
    }

    int goodOnes() {
        return goodStarts.length;
    }

    /** When each is due, good or not. */
    LongStream starts() {
        return LongStream.of(starts);
    }

    /** When the oldest restore point of a time began. */
    OptionalLong oldest(long time) {
        for (int i = 0; i < starts.length && starts[i] <= time; i++) {
            if (good[i] && expires[i] > time) {
                return OptionalLong.of(starts[i]);
            }
        }
        return OptionalLong.empty();
    }

    /** When the newest restore point of a time began. */
    OptionalLong newest(long time) {
        for (int i = upTo(starts, time) - 1; i >= 0; i--) {
            if (good[i] && expires[i] > time) {
                return OptionalLong.of(starts[i]);
            }
        }
        return OptionalLong.empty();
    }

    private static int upTo(long[] sorted, long time) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
