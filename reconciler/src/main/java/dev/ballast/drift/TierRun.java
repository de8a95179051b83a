package dev.ballast.drift;

import dev.ballast.observed.ObservedBackup;
import java.time.Instant;
import java.util.List;

/**
 * A due time, and the backups that were made for it.
 *
 * @param made in the order in which they were asked for; mostly one, several where somebody made another by hand
 */
record TierRun(Expected expected, List<ObservedBackup> made) {
    /** How it went. */
    enum Outcome {
        /** No backup is there that was made for it. */
        NONE,
        GOOD,
        /** Waits, or runs. */
        UNDER_WAY,
        FAILED,
        PARTIALLY_FAILED,
        REFUSED,
        /** Is being deleted, or is in a phase that we do not know. */
        OTHER
    }

    TierRun {
        made = List.copyOf(made);
    }

    /** How the best of what was made went: a good one, else one that may still be, else the newest. */
    Outcome outcome() {
        Outcome last = Outcome.NONE;
        for (ObservedBackup backup : made) {
            Outcome next = outcome(backup);
            boolean kept = last == Outcome.GOOD || (last == Outcome.UNDER_WAY && next != Outcome.GOOD);
            last = kept ? last : next;
        }
        return last;
    }

    /** How one backup went. */
    static Outcome outcome(ObservedBackup backup) {
        return switch (backup.phase()) {
            case COMPLETED -> Outcome.GOOD;
            case FAILED -> Outcome.FAILED;
            case PARTIALLY_FAILED -> Outcome.PARTIALLY_FAILED;
            case FAILED_VALIDATION -> Outcome.REFUSED;
            case DELETING, UNKNOWN -> Outcome.OTHER;
            default -> Outcome.UNDER_WAY;
        };
    }

    /** Whether it gave a restore point that is still there. */
    boolean isPoint(Instant at) {
        return made.stream().anyMatch(backup -> backup.isPoint(at));
    }

    /** Whether a restore point of it should be there. */
    boolean isPromised(Instant at) {
        return expected.expires().isAfter(at);
    }
}
