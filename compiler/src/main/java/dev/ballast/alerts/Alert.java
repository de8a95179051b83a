package dev.ballast.alerts;

import java.time.Duration;

/** Every alert on a policy. Each has a page of its name under {@code docs/runbooks/}. */
public enum Alert {
    STALE(
            "BackupPolicyStale",
            Of.TIER,
            "The newest good backup of a tier is older than the longest time between two runs, the time that a run takes, and the grace."),
    NEVER_SUCCEEDED(
            "BackupPolicyNeverSucceeded",
            Of.TIER,
            "A tier has been there for as long as its newest good backup may be old, and has no good backup."),
    SCHEDULE_MISSING("BackupPolicyScheduleMissing", Of.TIER, "The Schedule of a tier is not there."),
    RUN_FAILED(
            "BackupPolicyRunFailed", Of.TIER, "The last backup of a tier failed, in whole or in part, or was refused."),
    RESTORE_POINTS_LOW(
            "BackupPolicyRestorePointsLow",
            Of.TIER,
            "A tier has fewer restore points than were due by now and have not expired."),
    STORE_UNAVAILABLE("BackupPolicyStoreUnavailable", Of.POLICY, "Velero cannot reach a store of the policy."),
    PAUSED_TOO_LONG(
            "BackupPolicyPausedTooLong",
            Of.TIER,
            "A tier has been paused for a week: nothing new is made, and what is there expires."),
    COLLECTION_STUCK(
            "BackupPolicyCollectionStuck",
            Of.POLICY,
            "Backups expired and Velero does not remove them; they are paid for."),
    COST_DRIFT(
            "BackupPolicyCostDrift",
            Of.POLICY,
            "What is stored costs a fifth and one unit of money a month more than what should be stored."),
    BUDGET_EXCEEDED(
            "BackupPolicyBudgetExceeded", Of.POLICY, "What is stored costs more a month than the budget allows.");

    /** What one alert is about. */
    public enum Of {
        TIER,
        POLICY
    }

    /** How long a tier may be paused before somebody is asked whether that is still meant. */
    static final Duration LONGEST_PAUSE = Duration.ofDays(7);

    private final String id;
    private final Of of;
    private final String meaning;

    Alert(String id, Of of, String meaning) {
        this.id = id;
        this.of = of;
        this.meaning = meaning;
    }

    /** Name in Prometheus. */
    public String id() {
        return id;
    }

    public Of of() {
        return of;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether nothing is lost yet when it fires, so that it is never worse than a warning. */
    public boolean canWait() {
        return this == PAUSED_TOO_LONG || this == COLLECTION_STUCK || this == COST_DRIFT || this == BUDGET_EXCEEDED;
    }

    /** Whether Velero's own series are enough for it, so that it works without the reconciler. */
    public boolean worksWithoutReconciler() {
        return this == STORE_UNAVAILABLE || (needsRuns() && this != RESTORE_POINTS_LOW);
    }

    /** Whether it is about runs, which nobody expects of a policy that is suspended. */
    public boolean needsRuns() {
        return of == Of.TIER && this != PAUSED_TOO_LONG;
    }
}
