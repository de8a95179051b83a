package dev.ballast.rules.schedule;

import dev.ballast.calendar.CronSchedule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Runs as people read them, on the clock of the schedule. */
final class Dates {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
    private static final int SHOWN = 3;

    private Dates() {}

    /** {@code Mon 2026-11-23 03:00}, without the zone. */
    static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** The next runs of a schedule, or what it means that there are none. */
    static String next(CronSchedule schedule, Instant after) {
        return list(schedule.runs(after).limit(SHOWN).toList(), schedule.zone());
    }

    /** Some runs; none means that no run is ever due. */
    static String list(List<Instant> runs, ZoneId zone) {
        return runs.isEmpty()
                ? "never due, which Velero takes as always due: a backup every minute"
                : runs.stream().map(run -> minute(run, zone)).distinct().collect(Collectors.joining(", "))
                        + (zone.equals(ZoneOffset.UTC) ? "" : ", " + zone);
    }
}
