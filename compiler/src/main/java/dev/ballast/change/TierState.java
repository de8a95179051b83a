package dev.ballast.change;

import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import java.time.Duration;

/**
 * What a tier does.
 *
 * @param schedule name of its Schedule
 * @param cron as in the Schedule, zone prefix included
 * @param ttl how long its backups live
 */
public record TierState(Tier tier, String schedule, String cron, Duration ttl) {
    static TierState of(TierPlan plan) {
        return new TierState(plan.tier(), plan.name(), plan.cron(), plan.ttl());
    }
}
