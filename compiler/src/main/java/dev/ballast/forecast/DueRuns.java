package dev.ballast.forecast;

import dev.ballast.calendar.CronSchedule;
import java.time.Instant;
import java.util.Arrays;
import java.util.PrimitiveIterator;

/** Due times of one Schedule, found as far as they are asked for; in seconds since 1970. Not for sharing between threads. */
final class DueRuns {
    /** More runs than an hourly tier has in 300 years; a Schedule of every minute is simulated for five. */
    static final int MOST = 3_000_000;

    private final CronSchedule schedule;
    private final long from;
    private final PrimitiveIterator.OfLong times;
    private long[] runs = new long[64];
    private int size;

    DueRuns(CronSchedule schedule, Instant from) {
        this.schedule = schedule;
        this.from = from.getEpochSecond();
        this.times = schedule.epochSeconds(from);
    }

    /** Whether there is any. */
    boolean isEmpty() {
        through(Long.MIN_VALUE);
        return size == 0;
    }

    long first() {
        return runs[0];
    }

    /** The last one strictly before a time; the time itself when there is none. */
    long lastBefore(long time) {
        through(time);
        int at = Arrays.binarySearch(runs, 0, size, time);
        int before = (at < 0 ? -at - 1 : at) - 1;
        return before < 0 ? time : runs[before];
    }

    /** The first two, or as many as there are. */
    long[] firstTwo() {
        through(Long.MIN_VALUE);
        through(size == 0 ? Long.MIN_VALUE : runs[0]);
        return Arrays.copyOf(runs, Math.min(2, size));
    }

    /** How far it can be simulated: {@code until}, or the last of as many runs as are ever looked at. */
    long reach(long until) {
        through(until);
        return size == MOST ? Math.min(until, runs[size - 1]) : until;
    }

    /** All up to a time, inclusive. */
    long[] until(long until) {
        through(until);
        int at = Arrays.binarySearch(runs, 0, size, until);
        return Arrays.copyOf(runs, at < 0 ? -at - 1 : at + 1);
    }

    /**
     * The runs that Velero starts up to a time: none while it is down, and one at the end of that time when any was missed, from which it
     * counts on.
     */
    long[] started(long until, Downtime velero) {
        long[] due = until(until);
        if (Arrays.stream(due).noneMatch(velero::holds)) {
            return due;
        }
        var started = new DueRuns(schedule, Instant.ofEpochSecond(from));
        started.restartAfter(velero, until);
        return Arrays.copyOf(started.runs, started.size);
    }

    private void restartAfter(Downtime velero, long until) {
        PrimitiveIterator.OfLong upcoming = times;
        while (upcoming.hasNext() && size < MOST) {
            long run = upcoming.nextLong();
            long up = velero.end(run);
            if (up > until) {
                return;
            }
            add(up);
            if (up != run) {
                upcoming = schedule.epochSeconds(Instant.ofEpochSecond(up));
            }
        }
    }

    /** Finds runs until one is later than a time, or there are no more. */
    private void through(long time) {
        while (size < MOST && (size == 0 || runs[size - 1] <= time) && times.hasNext()) {
            add(times.nextLong());
        }
    }

    private void add(long run) {
        if (size == runs.length) {
            runs = Arrays.copyOf(runs, Math.min(MOST, size * 2));
        }
        runs[size++] = run;
    }
}
