package dev.ballast.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;

/** What one cron text means to two libraries. */
public sealed interface CronComparison {

    /** Both run it at the same times, or both refuse it. */
    record Same() implements CronComparison {}

    /** They do not. */
    record Differs(Meaning first, Meaning second) implements CronComparison {}

    /** What one library makes of the text, from the first time on at which the two differ. */
    sealed interface Meaning {

        /**
         * Accepted, with runs.
         *
         * @param dates the next runs, at most {@link #SHOWN}; empty when none is ever due, which Velero takes as always due
         */
        record Runs(CronDialect dialect, List<Instant> dates) implements Meaning {
            public Runs {
                dates = List.copyOf(dates);
            }
        }

        record Refusal(CronReading.Refused refused) implements Meaning {}
    }

    /** How many runs a meaning shows. */
    int SHOWN = 3;

    /** Compares all runs after one instant and not after another. */
    static CronComparison between(String text, CronDialect first, CronDialect second, Instant after, Instant until) {
        CronReading one = CronSchedule.parse(text, first);
        CronReading two = CronSchedule.parse(text, second);
        if (one instanceof CronReading.Parsed parsedOne && two instanceof CronReading.Parsed parsedTwo) {
            return compare(parsedOne.schedule(), parsedTwo.schedule(), after, until);
        }
        boolean bothRefuse = one instanceof CronReading.Refused && two instanceof CronReading.Refused;
        return bothRefuse ? new Same() : new Differs(meaning(one, after), meaning(two, after));
    }

    private static CronComparison compare(CronSchedule one, CronSchedule two, Instant after, Instant until) {
        if (haveOneMeaning(one, two)) {
            return new Same();
        }
        var runsOfOne = one.epochSeconds(after);
        var runsOfTwo = two.epochSeconds(after);
        Instant common = after;
        while (true) {
            long a = orNever(runsOfOne);
            long b = orNever(runsOfTwo);
            boolean done = Math.min(lastOf(a), lastOf(b)) > until.getEpochSecond();
            if (done || (a == b && a == LocalSearch.NEVER)) {
                return new Same();
            }
            if (a != b) {
                return new Differs(runs(one, common), runs(two, common));
            }
            common = Instant.ofEpochSecond(a);
        }
    }

    /** Whether there is no need to look at dates. */
    private static boolean haveOneMeaning(CronSchedule one, CronSchedule two) {
        if (one instanceof CronSchedule.Interval a && two instanceof CronSchedule.Interval b) {
            return a.delay().equals(b.delay());
        }
        return one instanceof CronSchedule.Fields a
                && two instanceof CronSchedule.Fields b
                && a.zone().getRules().isFixedOffset()
                && a.zone().equals(b.zone())
                && a.times().allowsSameTimes(b.times());
    }

    private static long orNever(PrimitiveIterator.OfLong runs) {
        return runs.hasNext() ? runs.nextLong() : LocalSearch.NEVER;
    }

    private static long lastOf(long run) {
        return run == LocalSearch.NEVER ? Long.MAX_VALUE : run;
    }

    private static Meaning meaning(CronReading reading, Instant after) {
        if (reading instanceof CronReading.Refused refused) {
            return new Meaning.Refusal(refused);
        }
        return runs(((CronReading.Parsed) reading).schedule(), after);
    }

    private static Meaning.Runs runs(CronSchedule schedule, Instant after) {
        var dates = new ArrayList<Instant>();
        var runs = schedule.epochSeconds(after);
        while (dates.size() < SHOWN && runs.hasNext()) {
            dates.add(Instant.ofEpochSecond(runs.nextLong()));
        }
        return new Meaning.Runs(schedule.dialect(), dates);
    }
}
