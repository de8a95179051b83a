package dev.ballast.observed;

import java.util.Arrays;

/** Phases of a velero.io/v1 Backup, from pkg/apis/velero/v1/backup_types.go of Velero 1.18. */
public enum BackupPhase {
    /** Just created: Velero has not looked at it yet. */
    NEW("New"),
    QUEUED("Queued"),
    READY_TO_START("ReadyToStart"),
    FAILED_VALIDATION("FailedValidation"),
    IN_PROGRESS("InProgress"),
    WAITING_FOR_PLUGIN_OPERATIONS("WaitingForPluginOperations"),
    WAITING_FOR_PLUGIN_OPERATIONS_PARTIALLY_FAILED("WaitingForPluginOperationsPartiallyFailed"),
    FINALIZING("Finalizing"),
    FINALIZING_PARTIALLY_FAILED("FinalizingPartiallyFailed"),
    COMPLETED("Completed"),
    PARTIALLY_FAILED("PartiallyFailed"),
    FAILED("Failed"),
    DELETING("Deleting"),
    /** One that a later Velero has and we do not know. */
    UNKNOWN("");

    private final String word;

    BackupPhase(String word) {
        this.word = word;
    }

    /** As Velero writes it. */
    public String word() {
        return word;
    }

    /** An absent phase is written as an empty text, and means new. */
    public static BackupPhase of(String word) {
        return word.isEmpty()
                ? NEW
                : Arrays.stream(values())
                        .filter(phase -> phase.word.equals(word))
                        .findFirst()
                        .orElse(UNKNOWN);
    }

    /** Whether everything was backed up, so that it is a restore point until it expires. */
    public boolean isGood() {
        return this == COMPLETED;
    }

    /** Whether it ended without being good. */
    public boolean isBad() {
        return this == FAILED_VALIDATION || this == PARTIALLY_FAILED || this == FAILED;
    }

    /** Whether it waits for its turn: phases that Velero's check for overlaps does not see. */
    public boolean isQueued() {
        return this == NEW || this == QUEUED || this == READY_TO_START;
    }
}
