package dev.ballast.rules.schedule;

import dev.ballast.calendar.CronComparison;
import dev.ballast.calendar.CronDialect;
import dev.ballast.calendar.CronReading;
import dev.ballast.calendar.CronSchedule;
import java.time.Duration;
import java.time.Instant;

/** Whether two libraries read a cron alike, apart from what has a rule of its own. */
final class DialectComparison {
    /** As far as the libraries themselves look for a run. */
    private static final Duration AHEAD = Duration.ofDays(5 * 366);

    private DialectComparison() {}

    /** What a change of the clock, or two restricted day fields, do to runs does not count. */
    static CronComparison of(String cron, CronDialect one, CronDialect other, Instant at) {
        boolean bothRead = parsed(cron, one) && parsed(cron, other);
        String bare = bothRead ? withoutZone(cron) : cron;
        boolean same = bothRead
                && (daysCombine(cron, one)
                        || CronComparison.between(bare, one, other, at, at.plus(AHEAD)) instanceof CronComparison.Same);
        return same ? new CronComparison.Same() : CronComparison.between(cron, one, other, at, at.plus(AHEAD));
    }

    private static boolean parsed(String cron, CronDialect dialect) {
        return CronSchedule.parse(cron, dialect) instanceof CronReading.Parsed;
    }

    private static boolean daysCombine(String cron, CronDialect dialect) {
        return CronSchedule.parse(cron, dialect) instanceof CronReading.Parsed parsed
                && parsed.schedule().dayFieldsBothRestricted();
    }

    private static String withoutZone(String cron) {
        return cron.contains("TZ=") ? cron.substring(cron.indexOf(' ') + 1).strip() : cron;
    }
}
