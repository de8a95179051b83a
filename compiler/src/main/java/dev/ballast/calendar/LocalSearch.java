package dev.ballast.calendar;

import java.time.LocalDate;

/** Finds the next local time that satisfies the fields, where the clock has no gaps and repeats. Not for sharing between threads. */
final class LocalSearch {
    static final long NEVER = Long.MIN_VALUE;
    private static final int SECONDS_OF_DAY = 86_400;

    private final FieldSet minutes;
    private final FieldSet hours;
    private final FieldSet months;
    /** Days 1 to 31 as bits, for a month that begins on each day of the week, Sunday first. */
    private final long[] days = new long[7];

    /** The day that was asked for last: the next one is most often near, and a date is found faster from there. */
    private LocalDate last = LocalDate.EPOCH;

    private long lastDay;

    LocalSearch(CronFields fields) {
        this.minutes = fields.minutes();
        this.hours = fields.hours();
        this.months = fields.months();
        for (int first = 0; first < 7; first++) {
            for (int day = 1; day <= 31; day++) {
                if (fields.matchesDay(day, (first + day - 1) % 7)) {
                    days[first] |= 1L << day;
                }
            }
        }
    }

    /** The least match at or after {@code local} and not after the year, both in local seconds since 1970; or {@link #NEVER}. */
    long find(long local, int lastYear) {
        long minute = Math.floorDiv(local + 59, 60L);
        LocalDate date = date(Math.floorDiv(minute, 1440L));
        if (months.contains(date.getMonthValue()) && daysFrom(date) << (63 - date.getDayOfMonth()) < 0) {
            int time = timeFrom(Math.floorMod(minute, 1440));
            if (time >= 0) {
                return date.getYear() > lastYear ? NEVER : lastDay * SECONDS_OF_DAY + time * 60L;
            }
        }
        int first = timeFrom(0);
        return first < 0 ? NEVER : firstAfter(date, lastYear, first);
    }

    private LocalDate date(long epochDay) {
        last = last.plusDays(epochDay - lastDay);
        lastDay = epochDay;
        return last;
    }

    private long firstAfter(LocalDate date, int lastYear, int time) {
        LocalDate month = date;
        long rest = daysFrom(date) & (-2L << date.getDayOfMonth());
        while (true) {
            if (rest != 0 && months.contains(month.getMonthValue())) {
                long day = month.toEpochDay() - month.getDayOfMonth() + Long.numberOfTrailingZeros(rest);
                return month.getYear() > lastYear ? NEVER : day * SECONDS_OF_DAY + time * 60L;
            }
            month = month.plusMonths(1).withDayOfMonth(1);
            if (month.getYear() > lastYear) {
                return NEVER;
            }
            rest = daysFrom(month);
        }
    }

    /** All matching days of the date's month. */
    private long daysFrom(LocalDate date) {
        int firstWeekday = Math.floorMod(date.toEpochDay() - date.getDayOfMonth() + 5, 7);
        return days[firstWeekday] & (2L << date.lengthOfMonth()) - 2;
    }

    /** The least matching minute of the day at or after one, or -1. */
    private int timeFrom(int minuteOfDay) {
        int hour = minuteOfDay / 60;
        if (hours.contains(hour)) {
            int minute = minutes.atLeast(minuteOfDay % 60);
            if (minute >= 0) {
                return hour * 60 + minute;
            }
        }
        int nextHour = hours.atLeast(hour + 1);
        return nextHour < 0 || minutes.isEmpty() ? -1 : nextHour * 60 + minutes.atLeast(0);
    }
}
