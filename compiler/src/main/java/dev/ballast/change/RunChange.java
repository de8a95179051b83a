package dev.ballast.change;

import dev.ballast.calendar.CronComparison;
import dev.ballast.calendar.CronDialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Schedule whose text stays and whose runs do not, because another release of Velero reads the text.
 *
 * @param schedule its name
 * @param before what the text means to the old release
 * @param after what it means to the new one
 */
public record RunChange(String schedule, String cron, CronComparison.Meaning before, CronComparison.Meaning after) {
    /** How far ahead runs are compared. */
    private static final Duration AHEAD = Duration.ofDays(4 * 366);

    static List<RunChange> between(
            PolicyState before, CronDialect first, PolicyState after, CronDialect second, Instant at) {
        if (first == second) {
            return List.of();
        }
        Map<String, String> old = new TreeMap<>();
        before.tiers().forEach(tier -> old.put(tier.schedule(), tier.cron()));
        var changes = new ArrayList<RunChange>();
        for (TierState tier : after.tiers()) {
            boolean stays = tier.cron().equals(old.get(tier.schedule()));
            if (stays
                    && CronComparison.between(tier.cron(), first, second, at, at.plus(AHEAD))
                            instanceof CronComparison.Differs differs) {
                changes.add(new RunChange(tier.schedule(), tier.cron(), differs.first(), differs.second()));
            }
        }
        return List.copyOf(changes);
    }
}
