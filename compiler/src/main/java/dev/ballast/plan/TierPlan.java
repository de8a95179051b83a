package dev.ballast.plan;

import dev.ballast.calendar.CronSchedule;
import dev.ballast.policy.Keep;
import dev.ballast.policy.Tier;
import dev.ballast.policy.Volumes;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One tier of a policy in one environment: one Schedule.
 *
 * @param name of the Schedule, at most 48 characters
 * @param cron text for the Schedule, zone prefix included
 * @param utcCron the same times as five fields in UTC, exact outside summer time; absent where there are none
 * @param rhythm when the environment's Velero will run it; of the oldest release where several are declared
 * @param zone in which the times were meant
 * @param ttl how long each backup lives; positive, whole seconds
 * @param ttlReason why the TTL is what it is, for people
 * @param store absent when the store could not be resolved
 * @param volumes of this tier
 */
public record TierPlan(
        Tier tier,
        String name,
        String cron,
        @Nullable String utcCron,
        Rhythm rhythm,
        ZoneId zone,
        Keep keep,
        Duration ttl,
        String ttlReason,
        @Nullable StorePlan store,
        Volumes volumes) {

    public TierPlan {
        if (ttl.isNegative() || ttl.isZero()) {
            throw new IllegalArgumentException("a TTL is positive, not " + ttl);
        }
    }

    /** When the environment's Velero will run it. */
    public CronSchedule calendar() {
        return rhythm.schedule();
    }
}
