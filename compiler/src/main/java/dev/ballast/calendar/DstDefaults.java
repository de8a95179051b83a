package dev.ballast.calendar;

import dev.ballast.policy.Tier;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;

/**
 * The times that tiers get when a policy says none: UTC 02:00 daily, Sunday 03:00 weekly, the 1st 04:00 monthly, 1 January 05:00 yearly,
 * and :30 hourly. In a zone with daylight saving the first four hours from 02:00 on that exist exactly once on every day of the years
 * 2024 to 2051, so that every library runs them at the same instants. Where the clock changes at midnight (Beirut) or by half an hour
 * (Lord Howe), both libraries that read zones lose a run of such times now and then; {@link CronSchedule#longestInterval} shows it.
 */
public final class DstDefaults {
    private static final int FIRST_HOUR = 2;
    private static final int HOURLY_MINUTE = 30;

    private DstDefaults() {}

    /** The default time of a tier on the clock of a zone. */
    public static FriendlyTime of(Tier tier, ZoneId zone) {
        return of(tier, DstTimes.of(zone));
    }

    /** The same for the changes of a zone. */
    public static FriendlyTime of(Tier tier, DstTimes changes) {
        List<Integer> hours = changes.soundHours(FIRST_HOUR).limit(4).boxed().toList();
        return switch (tier) {
            case HOURLY -> FriendlyTime.hourly(1, HOURLY_MINUTE);
            case DAILY -> FriendlyTime.daily(List.of(), hours.subList(0, 1), 0);
            case WEEKLY -> FriendlyTime.weekly(List.of(DayOfWeek.SUNDAY), hours.get(1), 0);
            case MONTHLY -> FriendlyTime.monthly(1, hours.get(2), 0);
            case YEARLY -> FriendlyTime.yearly(1, 1, hours.get(3), 0);
        };
    }
}
