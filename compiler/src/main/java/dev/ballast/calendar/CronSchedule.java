package dev.ballast.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A cron text as one library understood it: it answers when Velero would make a backup. Immutable. */
public sealed interface CronSchedule {

    /** Reads a text as the library would; a user's mistake is a {@link CronReading.Refused}. */
    static CronReading parse(String text, CronDialect dialect) {
        return new CronReader(text, dialect).parse();
    }

    /** The text as written. */
    String text();

    CronDialect dialect();

    /** The zone whose clock the fields are read on: the prefix's, else UTC, which is the zone of Velero's stock image. */
    ZoneId zone();

    /**
     * Runs after an instant, each computed from the one before, as Velero does when every backup starts on time. Ends when none is ever
     * due again. In seconds since 1970; not for sharing between threads.
     */
    PrimitiveIterator.OfLong epochSeconds(Instant fromExclusive);

    /**
     * Runs after an instant of a schedule that is in force for longer, as Velero makes them. Not always those of
     * {@link #epochSeconds(Instant)}: on the day of a change of the clock a library may lose a run of a lost hour when it is asked within
     * that hour, and Velero, which asks at the run before, makes it. An interval still counts from {@code fromExclusive}.
     *
     * @param since when the schedule began; {@link Instant#MIN} when long before
     */
    default PrimitiveIterator.OfLong epochSeconds(Instant since, Instant fromExclusive) {
        return epochSeconds(fromExclusive);
    }

    /**
     * The first run strictly after an instant. Empty when the library finds none within its five years and answers the zero time, which
     * Velero takes as always due: a backup at every tick of its schedule loop.
     */
    default Optional<Instant> next(Instant after) {
        var runs = epochSeconds(after);
        return runs.hasNext() ? Optional.of(Instant.ofEpochSecond(runs.nextLong())) : Optional.empty();
    }

    /** All runs strictly after an instant, ascending; endless unless none is ever due again. */
    default Stream<Instant> runs(Instant fromExclusive) {
        var runs = Spliterators.spliteratorUnknownSize(epochSeconds(fromExclusive), Spliterator.ORDERED);
        return StreamSupport.longStream(runs, false).mapToObj(Instant::ofEpochSecond);
    }

    /** Whether it counts from the last backup ({@code @every}) and so has no times of its own. */
    default boolean isInterval() {
        return this instanceof Interval;
    }

    /** The fields, when it has some: not for {@code @every} and {@code @triggered}. */
    default Optional<CronFields> fields() {
        return this instanceof Fields fields ? Optional.of(fields.times()) : Optional.empty();
    }

    /** Whether both day fields leave some days out. */
    default boolean dayFieldsBothRestricted() {
        return fields().map(CronFields::dayFieldsBothRestricted).orElse(false);
    }

    /**
     * A schedule whose runs lie exactly as far apart, the same one for many schedules; for intervals only, as its runs and its text are not
     * those of this one.
     */
    default CronSchedule withSameIntervals() {
        return this;
    }

    /** How far apart its runs lie in the years 2024 to 2051. */
    default RunIntervals intervals() {
        return new RunIntervals(this);
    }

    /** The longest time that n consecutive intervals span in the years 2024 to 2051; see {@link RunIntervals#longestStretch}. */
    default Optional<Duration> longestStretch(int n) {
        return intervals().longestStretch(n);
    }

    /** The longest time between two consecutive runs of the years 2024 to 2051; empty when never due. */
    default Optional<Duration> longestInterval() {
        return intervals().longest();
    }

    /** The shortest time between two consecutive runs of the years 2024 to 2051; empty when never due. */
    default Optional<Duration> shortestInterval() {
        return intervals().shortest();
    }

    /** Five fields, or a nickname that stands for some. */
    record Fields(String text, CronDialect dialect, ZoneId zone, CronFields times) implements CronSchedule {
        /** More than far enough from a change of the clock for it not to matter where a run is looked for from. */
        private static final Duration UNDISTURBED = Duration.ofDays(3);

        @Override
        public CronSchedule withSameIntervals() {
            return OnTheHour.of(this);
        }

        @Override
        public RunIterator epochSeconds(Instant fromExclusive) {
            boolean runsAfterGap = dialect == CronDialect.GO_CRON;
            var search = new ZonedSearch(times, runsAfterGap, new LocalSearch(times), new ZoneCursor(zone));
            return new RunIterator(fromExclusive.getEpochSecond(), search::next);
        }

        @Override
        public PrimitiveIterator.OfLong epochSeconds(Instant since, Instant fromExclusive) {
            Instant before = fromExclusive.minus(UNDISTURBED);
            RunIterator runs = epochSeconds(since.isAfter(before) ? since : before);
            runs.skipThrough(fromExclusive.getEpochSecond());
            return runs;
        }
    }

    /**
     * {@code @every} and a duration.
     *
     * @param delay whole seconds, at least one
     */
    record Interval(String text, CronDialect dialect, ZoneId zone, Duration delay) implements CronSchedule {
        public Interval {
            if (delay.toSeconds() < 1 || !delay.equals(Duration.ofSeconds(delay.toSeconds()))) {
                throw new IllegalArgumentException("not whole seconds: " + delay);
            }
        }

        @Override
        public PrimitiveIterator.OfLong epochSeconds(Instant fromExclusive) {
            return new RunIterator(fromExclusive.getEpochSecond(), before -> before + delay.toSeconds());
        }
    }

    /** {@code @triggered}, {@code @manual} or {@code @none}: no run at all in go-cron, always due for Velero. */
    record Manual(String text, CronDialect dialect) implements CronSchedule {
        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public PrimitiveIterator.OfLong epochSeconds(Instant fromExclusive) {
            return new RunIterator(fromExclusive.getEpochSecond(), before -> LocalSearch.NEVER);
        }
    }
}
