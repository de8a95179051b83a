package dev.ballast.forecast;

import dev.ballast.plan.TierPlan;
import java.time.Duration;
import java.util.List;

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
     * When it has filled, in seconds since 1970: the last start before the first expiry, among good backups that conform and the runs to come,
     * and never before the simulation begins.
     */
    long filledAt(long from) {
        long first = existing.stream()
                .filter(backup -> backup.good() && conforms(backup))
                .mapToLong(backup -> backup.start().getEpochSecond())
                .reduce(due.first(), Math::min);
        long expiry = first + ttl();
        return due.first() < expiry ? Math.max(from, due.lastBefore(expiry)) : from;
    }
}
