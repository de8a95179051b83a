package dev.ballast.guard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Velero deletes by age alone: when runs fail for as long as backups live, the last good one goes too. The guard lets the newest good backups
 * of a policy live longer while too few newer ones are good.
 *
 * <p>It moves {@code status.expiration} of the Backup itself, which Velero's collection obeys (pkg/controller/gc_controller.go), and needs no
 * memory: whatever a date was moved to, it decides again from what is there. It never shortens a life: a backup that is not needed any longer
 * goes when its date has passed.
 */
public final class Guard {
    private Guard() {}

    /** Backups that must live longer, newest first; none where all is well. */
    public static List<Extension> decide(GuardInput input) {
        return Watch.keep(input).extensions();
    }

    /**
     * When it must look again at the latest if nothing changes meanwhile; whenever a Backup of the policy changes it must look at once.
     * Nothing where there is nothing to guard.
     */
    public static Optional<Instant> nextLook(GuardInput input) {
        return Optional.ofNullable(Watch.keep(input).next());
    }
}
