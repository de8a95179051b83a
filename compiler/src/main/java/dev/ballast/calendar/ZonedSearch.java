package dev.ballast.calendar;

import java.time.LocalDate;

/**
 * Finds the next run as {@code SpecSchedule.Next} of the libraries does, step by step, because near a change of the clock its result
 * depends on the way it takes. Where the clock does not change, the quick search finds the same. Not for sharing between threads.
 */
final class ZonedSearch {
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;
    /** The libraries give up when the year has grown by more than this. */
    private static final int SEARCH_YEARS = 5;

    private final CronFields fields;
    private final boolean runsAfterGap;
    private final LocalSearch quick;
    private final ZoneCursor zone;

    private long instant;
    private long epochDay;
    private LocalDate date = LocalDate.EPOCH;
    private int secondOfDay;
    /** Whether a field was already advanced, so that all finer fields are at their start. */
    private boolean advanced;

    ZonedSearch(CronFields fields, boolean runsAfterGap, LocalSearch quick, ZoneCursor zone) {
        this.fields = fields;
        this.runsAfterGap = runsAfterGap;
        this.quick = quick;
        this.zone = zone;
    }

    /** The next run after an instant, both in seconds since 1970, or {@link LocalSearch#NEVER}. */
    long next(long after) {
        go(after + 1);
        int lastYear = date.getYear() + SEARCH_YEARS;
        int offset = zone.offsetAt(instant);
        long near = quick.find(instant + offset, zone.isFixed() ? lastYear : date.getYear());
        if (zone.isFixed()) {
            return near == LocalSearch.NEVER ? near : near - offset;
        }
        if (near != LocalSearch.NEVER && isUndisturbed(near, offset)) {
            return near - offset;
        }
        return walk(lastYear);
    }

    /** Whether the walk to a match would stay in one month and a day away from any change of the clock. */
    private boolean isUndisturbed(long local, int offset) {
        return local < (epochDay - date.getDayOfMonth() + 1 + date.lengthOfMonth()) * DAY
                && zone.isConstant(instant - DAY, local - offset + DAY);
    }

    private long walk(int lastYear) {
        advanced = false;
        while (date.getYear() <= lastYear) {
            if (findMonth() && findDay() && findHour() && findMinute() && findSecond()) {
                return instant;
            }
        }
        return LocalSearch.NEVER;
    }

    // Each of these returns false when the next coarser field changed on the way, and the search starts over.

    private boolean findMonth() {
        while (!fields.months().contains(date.getMonthValue())) {
            if (!advanced) {
                goToDate(date.withDayOfMonth(1).toEpochDay(), 0);
            }
            LocalDate first = date.withDayOfMonth(1).plusMonths(1);
            goToDate(first.toEpochDay() + date.getDayOfMonth() - 1, secondOfDay);
            if (date.getMonthValue() == 1) {
                return false;
            }
        }
        return true;
    }

    private boolean findDay() {
        while (!fields.matchesDay(date.getDayOfMonth(), Math.floorMod(epochDay + 4, 7))) {
            if (!advanced) {
                goToDate(epochDay, 0);
            }
            goToDate(epochDay + 1, secondOfDay);
            if (hour() != 0) {
                go(instant + (hour() > 12 ? 24 - hour() : -hour()) * (long) HOUR);
            }
            if (date.getDayOfMonth() == 1) {
                return false;
            }
        }
        return true;
    }

    private boolean findHour() {
        while (!fields.hours().contains(hour())) {
            if (!advanced) {
                goToDate(epochDay, hour() * HOUR);
            }
            int before = hour();
            go(instant + HOUR);
            if (runsAfterGap && hour() - before == 2 && fields.hours().contains(hour() - 1)) {
                return true;
            }
            if (hour() == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean findMinute() {
        while (!fields.minutes().contains(minute())) {
            if (!advanced) {
                advanced = true;
                go(instant - Math.floorMod(instant, 60));
            }
            go(instant + 60);
            if (minute() == 0) {
                return false;
            }
        }
        return true;
    }

    /** A run begins with its minute. */
    private boolean findSecond() {
        if (secondOfDay % 60 == 0) {
            return true;
        }
        advanced = true;
        go(instant + 60 - secondOfDay % 60);
        return false;
    }

    private int hour() {
        return secondOfDay / HOUR;
    }

    private int minute() {
        return secondOfDay / 60 % 60;
    }

    private void goToDate(long day, int second) {
        advanced = true;
        go(zone.dateToInstant(day * DAY + second));
    }

    private void go(long to) {
        instant = to;
        long local = to + zone.offsetAt(to);
        long day = Math.floorDiv(local, (long) DAY);
        if (day != epochDay) {
            date = date.plusDays(day - epochDay);
            epochDay = day;
        }
        secondOfDay = Math.floorMod(local, DAY);
    }
}
