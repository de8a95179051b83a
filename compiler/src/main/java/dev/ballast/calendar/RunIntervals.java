package dev.ballast.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PrimitiveIterator;

/**
 * How far apart the runs of a schedule lie in the years 2024 to 2051 (UTC). 28 years are a whole cycle of weekdays and leap days, and
 * fixed years give the same answer on every day. Of a schedule with more than a million runs in that time, only the first million count.
 */
public final class RunIntervals {
    /** The most intervals that can be asked for. */
    public static final int MOST = 1_000_000;

    /**
     * How many runs are looked at beside those asked for. Enough for every schedule that runs up to 97 times a day; one that runs more
     * often, up to every minute, is looked at for its first two years or more.
     */
    private static final int WALK = 1_000_000;

    static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2052-01-01T00:00:00Z");

    private final CronSchedule schedule;

    RunIntervals(CronSchedule schedule) {
        this.schedule = schedule;
    }

    /**
     * The longest time that n consecutive intervals span. When the years hold fewer than n + 1 runs, later runs are added until there are
     * that many; empty when there never are.
     *
     * @param n from 1 to {@link #MOST}
     */
    public Optional<Duration> longestStretch(int n) {
        if (n < 1 || n > MOST) {
            throw new IllegalArgumentException("not from 1 to " + MOST + ": " + n);
        }
        return stretch(n, true);
    }

    /** The longest time between two consecutive runs; empty when there never are two. */
    public Optional<Duration> longest() {
        return stretch(1, true);
    }

    /** The shortest time between two consecutive runs; empty when there never are two. */
    public Optional<Duration> shortest() {
        return stretch(1, false);
    }

    private Optional<Duration> stretch(int n, boolean longest) {
        if (schedule instanceof CronSchedule.Interval interval) {
            return Optional.of(interval.delay().multipliedBy(n));
        }
        PrimitiveIterator.OfLong runs = schedule.epochSeconds(FROM.minusSeconds(1));
        var last = new long[n];
        int seen = 0;
        long best = -1;
        while (runs.hasNext()) {
            long run = runs.nextLong();
            if (seen > n && (run >= UNTIL.getEpochSecond() || seen > WALK + n)) {
                break;
            }
            // The n runs before this one; the oldest makes room for it.
            int slot = seen % n;
            if (seen >= n) {
                long stretch = run - last[slot];
                best = best < 0 ? stretch : longest ? Math.max(best, stretch) : Math.min(best, stretch);
            }
            last[slot] = run;
            seen++;
        }
        return best < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(best));
    }
}
