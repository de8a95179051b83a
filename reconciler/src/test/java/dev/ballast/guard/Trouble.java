package dev.ballast.guard;

import java.time.Instant;

/**
 * Something that goes wrong in a history, or that somebody does.
 *
 * @param from in seconds since 1970
 * @param to from when on it is over
 */
record Trouble(Kind kind, long from, long to) {
    /** What. */
    enum Kind {
        RUNS_FAIL,
        VELERO_DOWN,
        STORE_DOWN,
        STORE_READ_ONLY,
        PAUSED,
        /** The reconciler does not run. */
        GUARD_DOWN,
        /** The object of the newest good Backup is deleted; a sync brings it back. */
        OBJECT_DELETED,
        /** Somebody asks for the newest good Backup to be deleted. */
        DELETION_REQUESTED
    }

    boolean covers(long time) {
        return from <= time && time < to;
    }

    @Override
    public String toString() {
        return "%s from %s to %s".formatted(kind, Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}
