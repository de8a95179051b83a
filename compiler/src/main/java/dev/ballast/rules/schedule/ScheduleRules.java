package dev.ballast.rules.schedule;

import dev.ballast.rules.Rule;
import java.util.List;

/** The rules of this category, in the order in which they are documented. */
public final class ScheduleRules {
    public static final List<Rule> ALL = List.of(
            new Impossible(),
            new RareDay(),
            new DayOr(),
            new DialectDiffers(),
            new DstTime(),
            new ZoneAsUtc(),
            new EveryDrifts(),
            new TooFrequent(),
            new SameMinute(),
            new UnusedTime(),
            new NameTooLong(),
            new NameClash());

    private ScheduleRules() {}
}
