package dev.ballast.drift;

import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about the backups of a policy that is not as promised.
 *
 * @param tier absent when it is about all of them
 * @param since when it began
 * @param count of runs or backups that it is about, from 1
 * @param backups names of some of them, newest first, at most {@link #NAMED}
 * @param message what is so, for people
 * @param help what to do about it
 */
public record ExecutionDrift(
        Kind kind,
        @Nullable Tier tier,
        @Nullable Instant since,
        int count,
        List<String> backups,
        String message,
        String help) {
    /** Names of backups that one finding lists at most. */
    public static final int NAMED = 5;

    /** What is wrong. */
    public enum Kind {
        /** Runs were due and no Backup was made. */
        MISSED("missed", true),
        /** Backups that failed. */
        FAILED("failed", true),
        /** Backups that hold only a part. */
        PARTIALLY_FAILED("partially-failed", true),
        /** Backups that Velero refused and does not repeat. */
        REFUSED("refused", true),
        /** Backups that wait for their turn longer than they should. */
        STUCK("stuck", true),
        /** Fewer restore points than promised by now. */
        TOO_FEW("too-few", true),
        /** The newest good backup is older than the promised interval and its grace. */
        STALE("stale", true),
        /** A Schedule that Velero refuses. */
        INVALID_SCHEDULE("invalid-schedule", true),
        /** The store takes nothing: no new backups, no collection. */
        STORE_READ_ONLY("store-read-only", true),
        /** Velero cannot reach the store. */
        STORE_UNAVAILABLE("store-unavailable", true),
        /** Expired backups that Velero does not collect. */
        NOT_COLLECTED("not-collected", false),
        /** Paused: nothing new is made, and what is there expires. */
        PAUSED("paused", false);

        private final String word;
        private final boolean protection;

        Kind(String word, boolean protection) {
            this.word = word;
            this.protection = protection;
        }

        /** The word in reports. */
        public String word() {
            return word;
        }

        /** Whether less is protected than promised, so that backups are not healthy. */
        public boolean isProtection() {
            return protection;
        }
    }

    public ExecutionDrift {
        backups = List.copyOf(backups);
        if (count < 1 || backups.size() > NAMED) {
            throw new IllegalArgumentException("a finding about %d, naming %s".formatted(count, backups));
        }
    }
}
