package dev.ballast.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Where clocks change by full hours on the full hour, and never in an hour of a cron, its minute makes no difference to how far apart its
 * runs lie: moved to minute 0 they all move alike. Jitter makes thousands of crons that differ in nothing else.
 */
final class OnTheHour {
    private static final int HOUR = 3600;
    /** Rare runs are looked for beyond the years that count. */
    private static final Instant LAST = RunIntervals.UNTIL.plusSeconds(10L * 366 * 24 * HOUR);

    private OnTheHour() {}

    static CronSchedule.Fields of(CronSchedule.Fields schedule) {
        CronFields times = schedule.times();
        if (times.minutes().size() != 1 || !changesOnFullHours(schedule.zone())) {
            return schedule;
        }
        if (isEveryHour(times)) {
            return moved(schedule, ZoneOffset.UTC);
        }
        DstTimes dst = DstTimes.of(schedule.zone());
        boolean sound = dst.soundHours(0).filter(times.hours()::contains).count()
                == times.hours().size();
        return sound ? moved(schedule, schedule.zone()) : schedule;
    }

    /** Full hours are the same everywhere. */
    private static boolean isEveryHour(CronFields times) {
        return times.all().stream().skip(1).allMatch(FieldSet::isEvery);
    }

    private static CronSchedule.Fields moved(CronSchedule.Fields schedule, ZoneId zone) {
        CronFields times = schedule.times();
        var moved = new CronFields(
                FieldSet.only(CronField.MINUTE, 0),
                times.hours(),
                times.daysOfMonth(),
                times.months(),
                times.daysOfWeek(),
                times.needsBothDays());
        return new CronSchedule.Fields("", schedule.dialect(), zone, moved);
    }

    private static boolean changesOnFullHours(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Instant from = RunIntervals.FROM.minusSeconds(24 * HOUR);
        boolean full = rules.getOffset(from).getTotalSeconds() % HOUR == 0;
        ZoneOffsetTransition change = rules.nextTransition(from);
        while (full && change != null && change.getInstant().isBefore(LAST)) {
            full = change.toEpochSecond() % HOUR == 0 && change.getOffsetAfter().getTotalSeconds() % HOUR == 0;
            change = rules.nextTransition(change.getInstant());
        }
        return full;
    }
}
