package dev.ballast.cost;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Backups made by plain calendar arithmetic, with no code of the product in it. */
final class Timelines {
    static final long GIB = 1L << 30;
    static final LocalDate START = LocalDate.of(2026, 1, 1);
    static final LocalDate END = LocalDate.of(2029, 1, 1);

    private Timelines() {}

    /** Daily at 02:00. */
    static Lineage.Row daily(int days, int lagSeconds) {
        return row(day -> true, 2, days, lagSeconds);
    }

    /** Sundays at 03:00. */
    static Lineage.Row weekly(int days, int lagSeconds) {
        return row(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY, 3, days, lagSeconds);
    }

    /** The first of each month at 04:00. */
    static Lineage.Row monthly(int days, int lagSeconds) {
        return row(day -> day.getDayOfMonth() == 1, 4, days, lagSeconds);
    }

    /** 7 dailies, 4 weeklies and 12 monthlies. */
    static Lineage textbook(int lagSeconds) {
        return Lineage.of(daily(7, lagSeconds), weekly(28, lagSeconds), monthly(365, lagSeconds));
    }

    private static Lineage.Row row(Predicate<LocalDate> on, int hour, int days, int lagSeconds) {
        long[] starts = START.datesUntil(END)
                .filter(on)
                .mapToLong(day -> day.atTime(hour, 0).toEpochSecond(ZoneOffset.UTC))
                .toArray();
        return new Lineage.Row(
                starts,
                LongStream.of(starts).map(s -> s + days * 86_400L + lagSeconds).toArray());
    }

    /** Epoch seconds of a midnight. */
    static long midnight(String date) {
        return Instant.parse(date + "T00:00:00Z").getEpochSecond();
    }

    /** Midnights of so many first days of months, from one on. */
    static long[] months(LocalDate from, int count) {
        return LongStream.rangeClosed(0, count)
                .map(month -> from.plusMonths(month).atStartOfDay().toEpochSecond(ZoneOffset.UTC))
                .toArray();
    }
}
