package dev.ballast.reconcile;

import dev.ballast.drift.ExecutionDrift;
import dev.ballast.drift.ManifestDrift;

/**
 * Why a condition is as it is, and what a warning event tells. People and alerts hold on to these words: one that was released keeps its name.
 * Each has its page in {@code docs/runbooks}.
 */
enum Reason {
    APPLIED("Applied", "Ready"),
    INVALID("Invalid", "Ready"),
    OWNERSHIP_CONFLICT("OwnershipConflict", "Ready"),
    APPLY_FAILED("ApplyFailed", "Ready"),
    PRUNE_REFUSED("PruneRefused", "Ready"),
    VELERO_NOT_INSTALLED("VeleroNotInstalled", "Ready"),
    NOT_HERE("NotHere", "Ready"),
    UNCLEAR("Unclear", "Ready"),

    DONE("Done", "Reconciling"),
    WORKING("Working", "Stalled"),

    AS_WANTED("AsWanted", "InSync"),
    CHANGED("Changed", "InSync"),
    MISSING("Missing", "InSync"),
    EXTRA("Extra", "InSync"),
    PAUSED("Paused", "InSync"),
    ORPHANED("Orphaned", "InSync"),

    AS_PROMISED("AsPromised", "BackupsHealthy"),
    NO_BACKUP_YET("NoBackupYet", "BackupsHealthy"),
    NOT_JUDGED("NotJudged", "BackupsHealthy"),
    MISSED("Missed", "BackupsHealthy"),
    FAILED("Failed", "BackupsHealthy"),
    PARTIALLY_FAILED("PartiallyFailed", "BackupsHealthy"),
    REFUSED("Refused", "BackupsHealthy"),
    STUCK("Stuck", "BackupsHealthy"),
    TOO_FEW("TooFew", "BackupsHealthy"),
    STALE("Stale", "BackupsHealthy"),
    INVALID_SCHEDULE("InvalidSchedule", "BackupsHealthy"),
    STORE_READ_ONLY("StoreReadOnly", "BackupsHealthy"),
    STORE_UNAVAILABLE("StoreUnavailable", "BackupsHealthy"),

    WITHIN_BUDGET("WithinBudget", "WithinBudget"),
    OVER_BUDGET("OverBudget", "WithinBudget"),
    NO_PRICE("NoPrice", "WithinBudget"),

    IN_LINE("InLine", "CostInLine"),
    COST_DRIFT("CostDrift", "CostInLine"),
    NOT_KNOWN("NotKnown", "CostInLine"),

    AVAILABLE("Available", "Available"),
    UNAVAILABLE("Unavailable", "Available"),
    NOT_CHECKED("NotChecked", "Available"),

    LISTED("Listed", "Listed"),
    LISTED_IN_PART("ListedInPart", "Listed"),
    LISTING_FAILED("ListingFailed", "Listed"),

    NOT_COLLECTED("NotCollected", "Finding"),

    DRIFT_CORRECTED("DriftCorrected", "Event"),
    BACKUP_KEPT_LONGER("BackupKeptLonger", "Event");

    private final String word;
    private final String home;

    Reason(String word, String home) {
        this.word = word;
        this.home = home;
    }

    /** As a status and an event have it. */
    String word() {
        return word;
    }

    /** The type of the condition that it is mostly found in; {@code Event} or {@code Finding} where no condition turns. */
    String home() {
        return home;
    }

    /** Why objects are not as wanted. */
    static Reason of(ManifestDrift.Kind kind) {
        return switch (kind) {
            case CHANGED -> CHANGED;
            case MISSING -> MISSING;
            case EXTRA -> EXTRA;
            case PAUSED -> PAUSED;
            case ORPHANED -> ORPHANED;
            case UNAVAILABLE -> UNAVAILABLE;
            case CONFLICT -> OWNERSHIP_CONFLICT;
        };
    }

    /** Why backups are not as promised. */
    static Reason of(ExecutionDrift.Kind kind) {
        return switch (kind) {
            case MISSED -> MISSED;
            case FAILED -> FAILED;
            case PARTIALLY_FAILED -> PARTIALLY_FAILED;
            case REFUSED -> REFUSED;
            case STUCK -> STUCK;
            case TOO_FEW -> TOO_FEW;
            case STALE -> STALE;
            case INVALID_SCHEDULE -> INVALID_SCHEDULE;
            case STORE_READ_ONLY -> STORE_READ_ONLY;
            case STORE_UNAVAILABLE -> STORE_UNAVAILABLE;
            case NOT_COLLECTED -> NOT_COLLECTED;
            case PAUSED -> PAUSED;
        };
    }
}
