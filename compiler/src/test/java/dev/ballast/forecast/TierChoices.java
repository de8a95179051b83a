package dev.ballast.forecast;

import dev.ballast.policy.Tier;
import java.util.List;

/**
 * What random policies may say of a tier.
 *
 * @param times friendly ones and crons, many near changes of the clock and at the times of other tiers
 * @param spans from shorter than an interval to several periods
 * @param counts few, since the TTL of each costs a walk through 28 years
 */
record TierChoices(List<String> times, List<String> spans, List<Integer> counts) {
    /** Hourly times that make a forecast slow. */
    static final List<String> DENSE = List.of(":15", "@every 90m");

    private static final TierChoices HOURLY = new TierChoices(
            List.of(
                    "every 6h",
                    "every 12h :07",
                    "every 8h :00",
                    "15 */4 * * *",
                    "0 1-3 * * *",
                    "@every 9h",
                    "every 4h"),
            List.of("1h", "6h", "12h", "2d", "50h", "3d"),
            List.of(1, 2, 5, 24));
    private static final TierChoices DAILY = new TierChoices(
            List.of(
                    "02:30",
                    "01:30",
                    "00:00",
                    "23:59",
                    "Mon-Fri 02:00",
                    "Sat,Sun 03:00",
                    "08:00,20:00",
                    "30 2 * * *",
                    "0 3 */2 * 1",
                    "@daily",
                    "@every 26h",
                    "0 2 1-20 * *"),
            List.of("1h", "24h", "25h", "3d", "10d", "1mo", "90d", "1w1h"),
            List.of(1, 2, 7, 30));
    private static final TierChoices WEEKLY = new TierChoices(
            List.of(
                    "Sunday 02:30",
                    "Sunday 02:00",
                    "Tue,Sat 03:00",
                    "Mon 00:00",
                    "0 3 1-7 * 1",
                    "30 1 * * sun",
                    "@weekly"),
            List.of("2d", "7d", "15d", "8w", "6mo"),
            List.of(1, 2, 4, 9));
    private static final TierChoices MONTHLY = new TierChoices(
            List.of(
                    "31 04:00",
                    "1 00:00",
                    "1 02:00",
                    "29 02:30",
                    "0 4 1 */2 *",
                    "0 4 13 * 5",
                    "0 2 15 6-9 *",
                    "@monthly"),
            List.of("1d", "31d", "90d", "12mo", "18mo"),
            List.of(1, 2, 6, 12));
    private static final TierChoices YEARLY = new TierChoices(
            List.of("03-29 02:30", "01-01 02:00", "10-25 01:30", "0 5 1 1,7 *", "@yearly"),
            List.of("10d", "365d", "366d", "2y", "30mo"),
            List.of(1, 2));

    static TierChoices of(Tier tier) {
        return switch (tier) {
            case HOURLY -> HOURLY;
            case DAILY -> DAILY;
            case WEEKLY -> WEEKLY;
            case MONTHLY -> MONTHLY;
            case YEARLY -> YEARLY;
        };
    }
}
