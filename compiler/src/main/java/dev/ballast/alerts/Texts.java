package dev.ballast.alerts;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an alert tells the person on call: what is so, since when, and what to look at. Values are templates of Prometheus. */
final class Texts {
    private static final String AGE = "{{ $value | humanizeDuration }}";
    private static final String MONEY = "{{ $value | printf \"%.2f\" }} {{ $labels.currency }}";

    private static final String REPORT = "`ballast drift` says which and why.";

    private final Subject subject;
    private final String policy;

    Texts(Subject subject) {
        this.subject = subject;
        this.policy = subject.plan().name();
    }

    /** A line. */
    String summary(Alert alert) {
        return switch (alert) {
            case STALE -> "The newest good %s backup of %s is too old".formatted(subject.word(), policy);
            case NEVER_SUCCEEDED -> "%s has no good %s backup".formatted(policy, subject.word());
            case SCHEDULE_MISSING ->
                "The Schedule of the %s backups of %s is not there".formatted(subject.word(), policy);
            case RUN_FAILED -> "The last %s backup of %s failed".formatted(subject.word(), policy);
            case RESTORE_POINTS_LOW -> "%s has too few %s restore points".formatted(policy, subject.word());
            case STORE_UNAVAILABLE -> "Velero cannot reach a store of %s".formatted(policy);
            case PAUSED_TOO_LONG ->
                "The %s backups of %s have been paused for a week".formatted(subject.word(), policy);
            case COLLECTION_STUCK -> "Expired backups of %s are not removed".formatted(policy);
            case COST_DRIFT -> "Backups of %s cost more than they should".formatted(policy);
            case BUDGET_EXCEEDED -> "Backups of %s cost more than their budget".formatted(policy);
        };
    }

    /** A paragraph. */
    String description(Alert alert, @Nullable Threshold threshold, String stores) {
        return switch (alert) {
            case STALE ->
                "It is %s old. There should be one at least every %s: %s. %s"
                        .formatted(AGE, total(threshold), sum(threshold), backups());
            case NEVER_SUCCEEDED ->
                "There has been none for %s, the time in which one must have been made: %s. %s"
                        .formatted(total(threshold), sum(threshold), backups());
            case SCHEDULE_MISSING ->
                ("`%s` has not been there for 15 minutes: it was deleted or never applied, Velero does not run, or it is not"
                                + " scraped. No backup is made. Look at `kubectl -n %s get schedules.velero.io,deployments`.")
                        .formatted(subject.schedule(), subject.namespace());
            case RUN_FAILED ->
                "It failed, in whole or in part, or was refused. Velero does not repeat it before its next time. "
                        + backups();
            case RESTORE_POINTS_LOW ->
                "Only {{ $value }} are there. More were due by now and have not expired, for %s already. %s"
                        .formatted(threshold == null ? "hours" : span(threshold.late()), backups());
            case STORE_UNAVAILABLE ->
                ("Nothing can be backed up to it, restored from it or removed from it, for 15 minutes now. Look at"
                                + " `kubectl -n %s get backupstoragelocations %s`.")
                        .formatted(subject.namespace(), stores);
            case PAUSED_TOO_LONG ->
                ("`%s` makes nothing new, and what is there expires. Resume it, or let the policy say `suspend: true`"
                                + " and `alerts: {enabled: false}` if that is meant. Look at `kubectl -n %s get schedules.velero.io %s`.")
                        .formatted(subject.schedule(), subject.namespace(), subject.schedule());
            case COLLECTION_STUCK -> "They are paid for and cannot be counted on. " + REPORT;
            case COST_DRIFT ->
                "They cost %s a month, for six hours now a fifth more than what should be stored. %s"
                        .formatted(MONEY, REPORT);
            case BUDGET_EXCEEDED ->
                "They cost %s a month, for an hour now more than the policy allows. %s".formatted(MONEY, REPORT);
        };
    }

    private static String total(@Nullable Threshold threshold) {
        return Optional.ofNullable(threshold)
                .map(Threshold::total)
                .map(AlertRule::span)
                .orElse("");
    }

    private static String sum(@Nullable Threshold threshold) {
        return threshold == null
                ? ""
                : "%s from run to run, %s to run, %s of grace"
                        .formatted(span(threshold.gap()), span(threshold.run()), span(threshold.grace()));
    }

    private static String span(Duration span) {
        return AlertRule.span(span);
    }

    private String backups() {
        return "Look at `kubectl -n %s get backups -l velero.io/schedule-name=%s`."
                .formatted(subject.namespace(), subject.schedule());
    }
}
