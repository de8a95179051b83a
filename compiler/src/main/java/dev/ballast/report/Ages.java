package dev.ballast.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Stretches of time and instants, for people. */
public final class Ages {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Ages() {}

    /** The two greatest units of days, hours and minutes, what is zero left out: {@code 334d 20h}, {@code 25h} is {@code 1d 1h}. Cut off, never rounded up. */
    public static String text(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + "d" + part(span.toHoursPart(), "h");
        }
        if (span.toHours() > 0) {
            return span.toHours() + "h" + part(span.toMinutesPart(), "m");
        }
        return span.toMinutes() + "m";
    }

    /** Weekday, date and time of day in UTC, to the minute: {@code Sun 2026-11-22 02:00}. */
    public static String clock(Instant instant) {
        return CLOCK.format(instant);
    }

    /** The date in UTC. */
    public static String date(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String part(int number, String unit) {
        return number == 0 ? "" : " " + number + unit;
    }
}
