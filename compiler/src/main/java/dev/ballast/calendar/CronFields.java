package dev.ballast.calendar;

import java.time.LocalDateTime;
import java.util.List;

/**
 * The five fields of a cron, and how its library puts the two day fields together.
 *
 * @param needsBothDays whether a day must satisfy both day fields when both are restricted; otherwise one of them is enough
 */
public record CronFields(
        FieldSet minutes,
        FieldSet hours,
        FieldSet daysOfMonth,
        FieldSet months,
        FieldSet daysOfWeek,
        boolean needsBothDays) {

    /** All five in the order in which they are written. */
    public List<FieldSet> all() {
        return List.of(minutes, hours, daysOfMonth, months, daysOfWeek);
    }

    /** Whether both day fields leave some days out, so that it matters whether a day needs one or both of them. */
    public boolean dayFieldsBothRestricted() {
        return !daysOfMonth.isEvery() && !daysOfWeek.isEvery();
    }

    /** Whether a day that satisfies only one of the two restricted day fields is a day of this cron. */
    public boolean oneDayFieldIsEnough() {
        return !needsBothDays && !daysOfMonth.star() && !daysOfWeek.star();
    }

    /**
     * Whether no date there is satisfies the fields, for example 31 February; the next run is then the zero time, and Velero makes a
     * backup at every tick of its schedule loop.
     */
    public boolean isImpossible() {
        return new LocalSearch(this).find(0, 2010) == LocalSearch.NEVER;
    }

    /** Whether the fields allow this minute of a local clock. */
    public boolean matches(LocalDateTime time) {
        return minutes.contains(time.getMinute())
                && hours.contains(time.getHour())
                && months.contains(time.getMonthValue())
                && matchesDay(time.getDayOfMonth(), time.getDayOfWeek().getValue() % 7);
    }

    /** Whether both allow the same minutes of a local clock, whatever their libraries. */
    boolean allowsSameTimes(CronFields other) {
        boolean sameDays = oneDayFieldIsEnough() == other.oneDayFieldIsEnough();
        for (int i = 0; i < all().size(); i++) {
            sameDays &= all().get(i).bits() == other.all().get(i).bits();
        }
        return sameDays;
    }

    /** Whether a day is one of this cron's, of any month; Sunday is 0. */
    boolean matchesDay(int dayOfMonth, int dayOfWeek) {
        boolean month = daysOfMonth.contains(dayOfMonth);
        boolean week = daysOfWeek.contains(dayOfWeek);
        return oneDayFieldIsEnough() ? month || week : month && week;
    }
}
