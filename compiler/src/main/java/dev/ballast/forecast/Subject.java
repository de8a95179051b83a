package dev.ballast.forecast;

import dev.ballast.plan.TierPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A tier, when it is due, and the backups of it that exist.
 *
 * @param existing by start
 */
record Subject(TierPlan tier, DueRuns due, List<ExistingBackup> existing) {
    /** Starts and expiries of one backup are stamped at different moments of the same reconciliation. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    long ttl() {
        return tier.ttl().toSeconds();
    }

    /** Whether it is simulated to its steady state: it runs, and its backups expire. */
    boolean fills() {
        return !Forecaster.isForever(tier) && !due.isEmpty();
    }

    /** Whether a backup lives as long as this tier's do now. */
    boolean conforms(ExistingBackup backup) {
        Duration life = Duration.between(backup.start(), backup.expires());
        return Forecaster.isForever(tier) || life.minus(tier.ttl()).abs().compareTo(TOLERANCE) <= 0;
    }

    /**
     * When it has filled, in seconds since 1970: the last start before the first expiry, among the runs to come and the backups that take
     * their place at the beginning, and never before the simulation begins.
     */
    long filledAt(long from) {
        long expiry = rowBegins(from) + ttl();
        return due.first() < expiry ? Math.max(from, due.lastBefore(expiry)) : from;
    }

    /**
     * When the oldest backup began of those that stand for the due times up to the beginning, back to the first that has none: a row with a
     * hole is not full before the hole has grown too old. The first run when there is no such backup.
     */
    private long rowBegins(long from) {
        if (tier.calendar().isInterval() || existing.isEmpty()) {
            return due.first();
        }
        long[] earlier = new DueRuns(tier.calendar(), Instant.ofEpochSecond(from - ttl())).until(from);
        long begins = due.first();
        for (int i = earlier.length - 1; i >= 0; i--) {
            long next = i + 1 < earlier.length ? earlier[i + 1] : from + 1;
            OptionalLong start = firstGood(earlier[i], next);
            if (start.isEmpty()) {
                break;
            }
            begins = start.getAsLong();
        }
        return begins;
    }

    private OptionalLong firstGood(long from, long to) {
        return existing.stream()
                .filter(backup -> backup.good() && conforms(backup))
                .mapToLong(backup -> backup.start().getEpochSecond())
                .filter(start -> start >= from && start < to)
                .min();
    }
}
