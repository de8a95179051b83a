package dev.ballast.guard;

import dev.ballast.calendar.CronSchedule;
import dev.ballast.drift.TierLife;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/**
 * What the guard knows of a tier. A pause is none of it: a paused policy keeps its last good backups all the same.
 *
 * @param calendar when it is due
 * @param ttl how long each of its backups lives
 * @param since when it began to be as it is; what was due before may never have been made. Absent when not known: then all of it was
 */
public record GuardedTier(
        Tier tier,
        CronSchedule calendar,
        Duration ttl,
        @Nullable Instant since) {
    public GuardedTier {
        if (ttl.isNegative() || ttl.isZero()) {
            throw new IllegalArgumentException("a TTL is positive, not " + ttl);
        }
    }

    /** Of a tier of a plan. */
    public static GuardedTier of(TierPlan plan, @Nullable TierLife life) {
        return new GuardedTier(plan.tier(), plan.calendar(), plan.ttl(), life == null ? null : life.since());
    }

    /** When it is due after a time, in seconds since 1970; also before it began to be as it is. */
    PrimitiveIterator.OfLong runsAfter(Instant time) {
        return calendar.epochSeconds(since == null || since.isAfter(time) ? Instant.MIN : since, time);
    }
}
