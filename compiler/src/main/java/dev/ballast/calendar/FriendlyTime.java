package dev.ballast.calendar;

import dev.ballast.policy.Tier;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A time of a tier in the words of the policy language.
 *
 * @param minute 0 to 59, the same for all hours
 * @param hours 0 to 23, ascending, at least one; all 24 for an hourly time
 * @param weekdays Monday first; empty for any
 * @param day day of the month, 1 to 31; 0 for any
 * @param month 1 to 12; 0 for any
 */
public record FriendlyTime(Tier tier, int minute, List<Integer> hours, List<DayOfWeek> weekdays, int day, int month)
        implements TierTime {
    private static final int MINUTES_OF_DAY = 24 * 60;
    /** The last day that every month has. */
    private static final int LAST_COMMON_DAY = 28;

    public FriendlyTime {
        hours = List.copyOf(new TreeSet<>(hours));
        weekdays = List.copyOf(new TreeSet<>(weekdays));
        if (weekdays.size() == DayOfWeek.values().length) {
            weekdays = List.of();
        }
        require(minute >= 0 && minute <= 59, "minute", minute);
        require(!hours.isEmpty() && hours.get(0) >= 0 && hours.get(hours.size() - 1) <= 23, "hours", hours);
        require(month >= 0 && month <= 12, "month", month);
        require(day >= 0 && day <= (month == 0 ? 31 : Month.of(month).maxLength()), "day", day);
    }

    private static void require(boolean condition, String what, Object value) {
        if (!condition) {
            throw new IllegalArgumentException("not a " + what + ": " + value);
        }
    }

    static FriendlyTime hourly(int everyHours, int minute) {
        List<Integer> hours =
                IntStream.range(0, 24).filter(h -> h % everyHours == 0).boxed().toList();
        return new FriendlyTime(Tier.HOURLY, minute, hours, List.of(), 0, 0);
    }

    static FriendlyTime daily(Collection<DayOfWeek> weekdays, List<Integer> hours, int minute) {
        return new FriendlyTime(Tier.DAILY, minute, hours, List.copyOf(weekdays), 0, 0);
    }

    static FriendlyTime weekly(Collection<DayOfWeek> weekdays, int hour, int minute) {
        return new FriendlyTime(Tier.WEEKLY, minute, List.of(hour), List.copyOf(weekdays), 0, 0);
    }

    static FriendlyTime monthly(int day, int hour, int minute) {
        return new FriendlyTime(Tier.MONTHLY, minute, List.of(hour), List.of(), day, 0);
    }

    static FriendlyTime yearly(int month, int day, int hour, int minute) {
        return new FriendlyTime(Tier.YEARLY, minute, List.of(hour), List.of(), day, month);
    }

    @Override
    public boolean isOncePerPeriod() {
        return switch (tier) {
            case HOURLY -> hours.size() == 24;
            case DAILY -> hours.size() == 1 && weekdays.isEmpty();
            case WEEKLY -> hours.size() == 1 && weekdays.size() == 1;
            case MONTHLY -> day <= LAST_COMMON_DAY;
            case YEARLY -> month != 2 || day <= LAST_COMMON_DAY;
        };
    }

    /** Five fields that mean the same to all three libraries: no 7, no step in a day field, no range over the end. */
    public String cron() {
        return minute + " " + hourField() + " " + orStar(day) + " " + orStar(month) + " " + weekdayField();
    }

    @Override
    public String cron(ZoneId zone) {
        return TierTime.prefix(zone) + cron();
    }

    private String hourField() {
        if (hours.size() == 24) {
            return "*";
        }
        int step = 24 / hours.size();
        boolean even = hours.size() > 1
                && 24 % hours.size() == 0
                && IntStream.range(0, hours.size()).allMatch(i -> hours.get(i) == i * step);
        return even ? "*/" + step : join(hours);
    }

    private String weekdayField() {
        List<Integer> numbers =
                weekdays.stream().map(w -> w.getValue() % 7).sorted().toList();
        if (numbers.isEmpty()) {
            return "*";
        }
        int first = numbers.get(0);
        int last = numbers.get(numbers.size() - 1);
        boolean range = numbers.size() > 2 && last - first == numbers.size() - 1;
        return range ? first + "-" + last : join(numbers);
    }

    private static String join(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String orStar(int value) {
        return value == 0 ? "*" : String.valueOf(value);
    }

    /**
     * The same some minutes later, never in another day: an offset that does not fit before midnight is taken modulo the room there is. A
     * time of every hour has an hour of room, as the hour after midnight takes over what the last one gives.
     *
     * @param minutes 0 or more
     */
    public FriendlyTime later(int minutes) {
        return later(minutes, ignored -> true);
    }

    /**
     * The same some minutes later, never in another day, nor in a minute that the clock of the zone skips or repeats unless the time was
     * in such a minute before.
     */
    public FriendlyTime later(int minutes, ZoneId zone) {
        return later(minutes, DstTimes.of(zone));
    }

    /** The same for the changes of a zone. */
    public FriendlyTime later(int minutes, DstTimes changes) {
        IntPredicate sound = minute -> !changes.isDisturbed(minute);
        return later(minutes, hours.stream().allMatch(h -> sound.test(h * 60 + minute)) ? sound : ignored -> true);
    }

    private FriendlyTime later(int minutes, IntPredicate allowed) {
        require(minutes >= 0, "number of minutes", minutes);
        if (hours.size() == 24) {
            return new FriendlyTime(tier, (minute + minutes) % 60, hours, weekdays, day, month);
        }
        int room = MINUTES_OF_DAY - (hours.get(hours.size() - 1) * 60 + minute);
        int offset = minutes % room;
        while (offset > 0 && !allStart(offset, allowed)) {
            offset--;
        }
        int shift = minute + offset;
        return new FriendlyTime(
                tier, shift % 60, hours.stream().map(h -> h + shift / 60).toList(), weekdays, day, month);
    }

    private boolean allStart(int offset, IntPredicate allowed) {
        return hours.stream().allMatch(hour -> allowed.test(hour * 60 + minute + offset));
    }
}
