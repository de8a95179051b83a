package dev.ballast.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Every metric. Its name is {@code ballast_} and the constant's, as Prometheus shows it. No label is called as one that scraping adds
 * ({@code namespace}, {@code pod}, {@code job}, {@code instance}, {@code service}): those would be renamed.
 */
public enum Metric {
    LAST_SUCCESS_TIMESTAMP_SECONDS(Of.TIER, "time", "when the newest good backup began; 0 when there is none"),
    LAST_RUN_TIMESTAMP_SECONDS(Of.TIER, "time", "when the last backup began, however it ended; 0 when there is none"),
    LAST_RUN_PHASE(Of.TIER, "0 or 1", "1 for the phase of the last backup, 0 for all other phases", "phase"),
    EXPECTED_INTERVAL_SECONDS(Of.TIER, "seconds", "the longest time between two runs, summer time included"),
    SCHEDULE_CREATED_TIMESTAMP_SECONDS(Of.TIER, "time", "when the Schedule was created; 0 when it is not there"),
    TIER_SINCE_TIMESTAMP_SECONDS(Of.TIER, "time", "since when runs are expected of the tier as it is now"),
    SCHEDULE_PAUSED(Of.TIER, "0 or 1", "whether the tier is paused, by whomever"),
    RESTORE_POINTS(Of.TIER, "backups", "restore points that are there"),
    RESTORE_POINTS_PROMISED(
            Of.TIER,
            "backups",
            "restore points that were due by now and have not expired; a run counts from its due time on"),
    DRIFTED_MANIFESTS(Of.POLICY, "objects", "objects that are not as the policy wants them", "kind"),
    DRIFTED_FIELDS(Of.POLICY, "fields", "fields of these that differ"),
    EXECUTION_FINDINGS(Of.POLICY, "findings", "what is wrong with the backups", "kind"),
    GUARD_EXTENDED(Of.POLICY, "backups", "backups that are kept longer since newer ones fail"),
    STORED_BYTES_EXPECTED(Of.POLICY, "bytes", "what should be stored by now; absent while the size is not known"),
    STORED_BYTES_ACTUAL(Of.POLICY, "bytes", "what is stored, as far as it is known"),
    STORED_BYTES_MEASURED(
            Of.POLICY, "0 or 1", "1 when all of what is stored was listed in buckets, 0 when it is reckoned"),
    COST_EXPECTED_MONTHLY(
            Of.POLICY, "money", "a month of what should be stored by now; absent without a price", "currency"),
    COST_ACTUAL_MONTHLY(Of.POLICY, "money", "a month of what is stored", "currency"),
    COST_DRIFT_MONTHLY(
            Of.POLICY, "money", "how much more a month costs, by cause; negative for less", "cause", "currency"),
    COST_BUDGET_MONTHLY(Of.POLICY, "money", "the budget of the policy; absent without one", "currency"),
    BUCKET_LISTED_TIMESTAMP_SECONDS(
            Of.STORE, "time", "when the bucket was last listed, where buckets are; 0 while it could not be"),
    BUCKET_LISTING_FAILED(Of.STORE, "0 or 1", "whether the bucket could not be listed the last time"),
    BUCKET_BYTES(
            Of.STORE,
            "bytes",
            "what lies in the part of the bucket that the store has: `current`, `noncurrent` (older versions) and "
                    + "`incomplete` (unfinished uploads)",
            "state"),
    RECONCILE_SECONDS(Of.PROCESS, "seconds", "how long a look at one policy took: `_count`, `_sum` and `_max`"),
    RECONCILE_ERRORS_TOTAL(Of.PROCESS, "looks", "looks that ended with an error, since the start"),
    APPLIES_TOTAL(Of.PROCESS, "objects", "objects that were written, since the start", "kind"),
    PRICE_DATA_AGE_SECONDS(Of.PROCESS, "seconds", "age of the oldest price in use; absent while none is");

    /** What a metric is about. */
    enum Of {
        TIER(List.of("environment", "cluster", "policy", "tier", "schedule")),
        POLICY(List.of("environment", "cluster", "policy")),
        STORE(List.of("environment", "cluster", "store")),
        PROCESS(List.of());

        private final List<String> labels;

        Of(List<String> labels) {
            this.labels = labels;
        }
    }

    private final Of of;
    private final String unit;
    private final String meaning;
    private final List<String> own;

    Metric(Of of, String unit, String meaning, String... own) {
        this.of = of;
        this.unit = unit;
        this.meaning = meaning;
        this.own = List.of(own);
    }

    /** As Prometheus shows it. */
    public String id() {
        return "ballast_" + name().toLowerCase(Locale.ROOT);
    }

    /** What it counts, for people; a {@code time} is in seconds since 1970. */
    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }

    /** How many of its labels, the first, say what it is about: others have the same. */
    public int shared() {
        return of.labels.size();
    }

    /** In the order in which values are given. */
    public List<String> labels() {
        var labels = new ArrayList<>(of.labels);
        labels.addAll(own);
        return labels;
    }
}
