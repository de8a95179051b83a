package dev.ballast.plan;

import dev.ballast.calendar.CronDialect;
import dev.ballast.calendar.CronReading;
import dev.ballast.calendar.CronSchedule;
import dev.ballast.calendar.DstTimes;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When a Schedule runs and how far apart its runs lie in the years 2024 to 2051. */
public final class Rhythm {
    private final CronSchedule schedule;
    private final Distances distances;

    private Rhythm(CronSchedule schedule, Distances distances) {
        this.schedule = schedule;
        this.distances = distances;
    }

    CronSchedule schedule() {
        return schedule;
    }

    /** The longest time between two runs; empty when it never runs. */
    public Optional<Duration> longest() {
        return stretch(1);
    }

    /** The shortest time between two runs; empty when it never runs. */
    public Optional<Duration> shortest() {
        return distances.shortest();
    }

    /** The longest time that so many consecutive intervals span; empty when it never runs. */
    Optional<Duration> stretch(int intervals) {
        return distances.stretch(intervals);
    }

    /** Answers of one schedule: each walks through all of its runs, so each is found when first asked for, once. */
    private static final class Distances {
        private static final Integer SHORTEST = 0;

        private final CronSchedule schedule;
        /** By the number of intervals. */
        private final Map<Integer, Optional<Duration>> known = new ConcurrentHashMap<>();

        Distances(CronSchedule schedule) {
            this.schedule = schedule;
        }

        Optional<Duration> stretch(int intervals) {
            return known.computeIfAbsent(intervals, schedule::longestStretch);
        }

        Optional<Duration> shortest() {
            return known.computeIfAbsent(SHORTEST, none -> schedule.shortestInterval());
        }
    }

    /** The rhythms of one resolution, and the zones they are in. Not for sharing between threads. */
    static final class Known {
        private record Key(String text, CronDialect dialect) {}

        private final Map<Key, Object> known = new HashMap<>();
        private final Map<CronSchedule, Distances> distances = new HashMap<>();
        private final Map<ZoneId, DstTimes> zones = new HashMap<>();

        /** A {@link Rhythm}, or the refusal of the library. */
        Object of(String text, CronDialect dialect) {
            return known.computeIfAbsent(new Key(text, dialect), key -> {
                CronReading reading = CronSchedule.parse(text, dialect);
                return reading instanceof CronReading.Parsed parsed ? of(parsed.schedule()) : reading;
            });
        }

        private Rhythm of(CronSchedule schedule) {
            return new Rhythm(schedule, distances.computeIfAbsent(schedule.withSameIntervals(), Distances::new));
        }

        DstTimes changes(ZoneId zone) {
            return zones.computeIfAbsent(zone, DstTimes::of);
        }
    }
}
