package dev.ballast.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Time from left to right, with lines at the beginnings of months in UTC.
 *
 * @param from at the left end
 * @param to at the right end, later
 */
record TimeAxis(Instant from, Instant to) {
    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 24, 60, 120, 240, 600);

    TimeAxis {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("no time between %s and %s".formatted(from, to));
        }
    }

    /**
     * A line of the axis.
     *
     * @param label the month, or the year where lines are years apart
     * @param year to be written beneath, where it begins; empty elsewhere
     */
    record Tick(Instant at, String label, String year) {}

    /** Where a time lies, from 0 to 1; times outside lie at the ends. */
    double share(Instant at) {
        double whole = to.getEpochSecond() - from.getEpochSecond();
        return Math.max(0, Math.min(1, (at.getEpochSecond() - from.getEpochSecond()) / whole));
    }

    /** At most so many lines, as dense as that allows. */
    List<Tick> ticks(int most) {
        for (int months : MONTHS) {
            List<Tick> ticks = every(months);
            if (ticks.size() <= most) {
                return ticks;
            }
        }
        return List.of();
    }

    private List<Tick> every(int months) {
        var ticks = new ArrayList<Tick>();
        LocalDate first = from.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
        LocalDate day = first.withMonth(1).withYear(first.getYear() / 50 * 50);
        for (; !start(day).isAfter(to); day = day.plusMonths(months)) {
            if (!start(day).isBefore(from)) {
                ticks.add(tick(day, months, ticks.isEmpty()));
            }
        }
        return ticks;
    }

    private static Tick tick(LocalDate day, int months, boolean first) {
        String year = Integer.toString(day.getYear());
        if (months >= 12) {
            return new Tick(start(day), year, "");
        }
        String month = day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
        return new Tick(start(day), month, first || day.getMonthValue() == 1 ? year : "");
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
