package dev.ballast.simulator;

import dev.ballast.observed.BackupPhase;

/**
 * How a run ends.
 *
 * @param phase Completed, PartiallyFailed or Failed
 * @param seconds that it takes, from 0
 */
public record Outcome(BackupPhase phase, long seconds) {
    public static Outcome good(long seconds) {
        return new Outcome(BackupPhase.COMPLETED, seconds);
    }

    public static Outcome failed(long seconds) {
        return new Outcome(BackupPhase.FAILED, seconds);
    }
}
