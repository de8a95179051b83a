package dev.ballast.simulator;

import dev.ballast.observed.ObservedBackup;
import java.time.Instant;

/**
 * A Backup that went.
 *
 * @param backup as it was last
 * @param at in seconds since 1970
 */
public record Removal(ObservedBackup backup, long at, Cause cause) {
    /** Why one goes. */
    public enum Cause {
        /** It had expired. */
        COLLECTED,
        /** Somebody asked for it by a DeleteBackupRequest. */
        REQUESTED,
        /** Its object alone was deleted; a sync brings it back. */
        OBJECT_DELETED,
        /** Its data were no longer in the bucket. */
        ORPHANED
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(Instant.ofEpochSecond(at), backup.name(), cause);
    }
}
