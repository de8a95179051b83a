package dev.ballast.alerts;

import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Terms;
import dev.ballast.policy.Volumes;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How old the newest good backup of a tier may be.
 *
 * @param gap the longest time between two due times in the years 2024 to 2051, summer time included
 * @param run how long a run may take
 * @param grace how late it may be beyond both
 */
public record Threshold(Duration gap, Duration run, Duration grace) {
    /** How long Velero waits for uploads: {@code itemOperationTimeout}, and {@code --fs-backup-timeout} of its server. */
    private static final Duration UPLOAD = Duration.ofHours(4);

    /** Objects and snapshots that stay where they are take minutes. */
    private static final Duration NO_UPLOAD = Duration.ofHours(1);

    /** Of a tier; empty when it is never due. */
    public static Optional<Threshold> of(Terms terms, TierPlan tier) {
        Terms.TierTerms own = terms.tiers().get(tier.tier());
        Duration grace = own == null ? null : own.grace();
        return tier.rhythm()
                .longest()
                .map(gap -> new Threshold(
                        gap, run(tier.volumes()), grace == null ? terms.alerts().grace() : grace));
    }

    private static Duration run(Volumes volumes) {
        Duration run = uploads(volumes) ? written(volumes.operationTimeout(), UPLOAD) : NO_UPLOAD;
        return max(run, volumes.snapshotTimeout());
    }

    private static boolean uploads(Volumes volumes) {
        return volumes.method() == Volumes.Method.SNAPSHOT_MOVE
                || volumes.method() == Volumes.Method.FILE_SYSTEM
                || volumes.rules().stream().anyMatch(rule -> rule.use().equals("file-system"));
    }

    /** What was written, or else Velero's own. */
    private static Duration written(@Nullable Duration written, Duration usual) {
        return written == null ? usual : written;
    }

    private static Duration max(Duration run, @Nullable Duration other) {
        return other == null || other.compareTo(run) < 0 ? run : other;
    }

    /** All three together. */
    public Duration total() {
        return gap.plus(run).plus(grace);
    }

    /** How long a run that is due may be without its restore point. */
    public Duration late() {
        return run.plus(grace);
    }
}
