package dev.ballast.alerts;

import dev.ballast.series.Metric;
import java.time.Duration;
import java.util.List;

/**
 * Expressions about one tier. Ballast's own series come first: they tell backups of this cluster from those of others in the same bucket. Where
 * they are not there Velero's are asked.
 *
 * <p>What waits for hours looks back an hour for its series: when a pod is replaced its series are gone for a minute, and the wait would begin
 * anew.
 */
final class TierAlerts {
    private static final String BAD = "Failed|PartiallyFailed|FailedValidation";

    /** Velero counts failures since it started; one that is older than a week says nothing any longer. */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    private final Subject subject;
    private final Threshold threshold;

    TierAlerts(Subject subject, Threshold threshold) {
        this.subject = subject;
        this.threshold = threshold;
    }

    private Selector own(Metric metric) {
        return subject.own(metric);
    }

    private String paused() {
        return "max(%s) == 1".formatted(own(Metric.SCHEDULE_PAUSED));
    }

    /** Success of a backup that began at 0 is none; on a tier that was paused or changed nothing is expected of the time before. */
    String stale() {
        return """
                time() - ((
                    max(%s)
                  or
                    max(%s)
                ) != 0) > %d
                unless time() - max(%s) < %d
                unless %s
                """.formatted(
                        own(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS),
                        subject.velero("velero_backup_last_successful_timestamp"),
                        threshold.total().toSeconds(),
                        own(Metric.TIER_SINCE_TIMESTAMP_SECONDS),
                        threshold.total().toSeconds(),
                        paused());
    }

    /** Velero's series of a success is missing until there is one. Its counter of attempts is there from the first minute. */
    String neverSucceeded() {
        String succeeded = recent(own(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS));
        return """
                (
                    %s == 0
                  or
                    (
                        %s
                      unless
                        %s
                      unless
                        %s
                    )
                )
                unless %s == 1
                """.formatted(
                        succeeded,
                        recent(subject.velero("velero_backup_attempt_total")),
                        recent(subject.velero("velero_backup_last_successful_timestamp")),
                        succeeded,
                        recent(own(Metric.SCHEDULE_PAUSED)));
    }

    /** Velero has no series of a Schedule that is not there, and none of any while it does not run. */
    String scheduleMissing() {
        Selector created = own(Metric.SCHEDULE_CREATED_TIMESTAMP_SECONDS);
        return """
                (
                    max(%s) == 0
                  or
                    (
                        absent(%s)
                      unless on ()
                        %s
                    )
                )
                unless on () %s
                """.formatted(created, subject.velero("velero_backup_attempt_total"), created, paused());
    }

    /**
     * The state of the last run, held while the next is under way; and where Ballast does not tell it, what Velero counted within about one
     * interval. Each counter by itself: a sum with one that is not there is nothing.
     */
    String runFailed(Duration shortest) {
        Selector phase = own(Metric.LAST_RUN_PHASE);
        String window = AlertRule.span(least(threshold.total(), LONGEST_WINDOW));
        return """
                (
                    (
                        max(max_over_time(%s[%s])) == 1
                      unless
                        max(%s) == 1
                    )
                  or
                    (
                        (
                            sum(increase(%s[%s])) > 0
                          or
                            sum(increase(%s[%s])) > 0
                          or
                            sum(increase(%s[%s])) > 0
                        )
                      unless
                        max(%s)
                    )
                )
                unless %s
                """.formatted(
                        phase.oneOf("phase", List.of(BAD.split("\\|"))),
                        AlertRule.span(held(shortest)),
                        phase.with("phase", "Completed"),
                        subject.velero("velero_backup_failure_total"),
                        window,
                        subject.velero("velero_backup_partial_failure_total"),
                        window,
                        subject.velero("velero_backup_validation_failure_total"),
                        window,
                        phase,
                        paused());
    }

    /** How long a failed run is held while the next is under way: less than until the run after that, which begins with a clean slate. */
    private Duration held(Duration shortest) {
        Duration half = Duration.ofMinutes(Math.max(1, shortest.toMinutes() / 2));
        return least(half, threshold.run());
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** What was due by now, never what there will be once the tier has filled. */
    String restorePointsLow() {
        return """
                %s
                  < %s
                unless %s == 1
                """.formatted(
                        recent(own(Metric.RESTORE_POINTS)),
                        recent(own(Metric.RESTORE_POINTS_PROMISED)),
                        recent(own(Metric.SCHEDULE_PAUSED)));
    }

    String pausedTooLong() {
        return "%s == 1\n".formatted(recent(own(Metric.SCHEDULE_PAUSED)));
    }

    private static String recent(Selector selector) {
        return "max(last_over_time(%s[1h]))".formatted(selector);
    }
}
