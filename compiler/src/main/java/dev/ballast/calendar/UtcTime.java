package dev.ballast.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** A local time put on the clock of UTC, for libraries that read no zones. In summer it is off by the daylight saving of the zone. */
public sealed interface UtcTime {
    /** Standard offsets change now and then; the one of this instant is taken, so that the same policy gives the same bytes. */
    Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * The same instants as long as the zone has its standard offset.
     *
     * @param time on the clock of UTC
     * @param standardOffset the offset of the zone that was taken off
     */
    record Converted(FriendlyTime time, ZoneOffset standardOffset) implements UtcTime {}

    /**
     * No cron in UTC says it.
     *
     * @param reason as the second half of a diagnostic's message
     */
    record Inexpressible(String reason, ZoneOffset standardOffset) implements UtcTime {}

    /** Takes the standard offset of a zone off a local time. */
    static UtcTime of(FriendlyTime local, ZoneId zone) {
        ZoneOffset offset = zone.getRules().getStandardOffset(AS_OF);
        int shift = -offset.getTotalSeconds() / 60;
        List<Integer> starts =
                local.hours().stream().map(h -> h * 60 + local.minute() + shift).toList();
        var dayShifts =
                starts.stream().map(start -> Math.floorDiv(start, 24 * 60)).collect(Collectors.toSet());
        List<Integer> hours =
                starts.stream().map(start -> Math.floorMod(start, 24 * 60) / 60).toList();
        int minute = Math.floorMod(starts.get(0), 60);
        boolean anyDay = local.weekdays().isEmpty() && local.day() == 0;
        if (!anyDay && dayShifts.size() > 1) {
            return new Inexpressible("its times fall on different days of UTC", offset);
        }
        int days = anyDay ? 0 : starts.get(0) < 0 ? -1 : starts.get(0) / (24 * 60);
        int day = local.day() + (local.day() == 0 ? 0 : days);
        if (days != 0 && local.day() != 0 && crossesMonths(local, days)) {
            return yearly(local, hours, minute, days, offset);
        }
        List<DayOfWeek> weekdays =
                local.weekdays().stream().map(w -> w.plus(days)).toList();
        var time = new FriendlyTime(local.tier(), minute, hours, weekdays, day, local.month());
        return new Converted(time, offset);
    }

    /** Whether the shifted day may lie in another month. */
    private static boolean crossesMonths(FriendlyTime local, int days) {
        int shortest = local.month() == 0 ? 28 : Month.of(local.month()).minLength();
        return local.day() + days < 1 || Math.max(local.day(), local.day() + days) > shortest;
    }

    private static UtcTime yearly(FriendlyTime local, List<Integer> hours, int minute, int days, ZoneOffset offset) {
        Month month = local.month() == 0 ? Month.FEBRUARY : Month.of(local.month());
        Month other = month.plus(days);
        boolean lastDayBefore = local.day() + days < 1;
        if (local.month() == 0 || (lastDayBefore ? other : month) == Month.FEBRUARY) {
            return new Inexpressible("its day depends on the length of a month in UTC", offset);
        }
        int day = days < 0 ? other.maxLength() : 1;
        return new Converted(new FriendlyTime(local.tier(), minute, hours, List.of(), day, other.getValue()), offset);
    }
}
