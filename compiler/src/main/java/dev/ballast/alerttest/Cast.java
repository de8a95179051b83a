package dev.ballast.alerttest;

import dev.ballast.alerts.Alert;
import dev.ballast.alerts.AlertGroup;
import dev.ballast.alerts.AlertRule;
import dev.ballast.alerts.Selector;
import dev.ballast.alerts.Subject;
import dev.ballast.alerts.Threshold;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.series.Metric;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Who plays in the stories of one policy: its tiers and their rules, and the series of a tier that is well. */
final class Cast {
    static final Duration STEP = Duration.ofMinutes(5);

    /** All alerts that there are, whether or not this policy has rules of them. */
    static final List<Alert> ALL = List.of(Alert.values());

    /** Those that expect runs. */
    static final List<Alert> OF_RUNS =
            Arrays.stream(Alert.values()).filter(Alert::needsRuns).toList();

    /** A Schedule that is well whatever happens. */
    static final String OTHER = "of-another-policy";

    /** As BackupPhase has them. */
    private static final List<String> PHASES =
            List.of("Completed", "InProgress", "Failed", "PartiallyFailed", "FailedValidation");

    private final EnvironmentPlan environment;
    private final BackupPlan plan;
    private final AlertGroup group;

    Cast(EnvironmentPlan environment, BackupPlan plan, AlertGroup group) {
        this.environment = environment;
        this.plan = plan;
        this.group = group;
    }

    List<TierPlan> tiers() {
        return plan.tiers().stream()
                .filter(tier -> Threshold.of(plan.terms(), tier).isPresent())
                .toList();
    }

    Threshold threshold(TierPlan tier) {
        return Threshold.of(plan.terms(), tier).orElseThrow();
    }

    Subject policy() {
        return new Subject(environment, plan, null);
    }

    Subject tier(TierPlan tier) {
        return new Subject(environment, plan, tier);
    }

    /** Whether nobody expects runs. */
    boolean isSuspended() {
        return Boolean.TRUE.equals(plan.paused());
    }

    boolean has(Alert alert) {
        return group.rules().stream().anyMatch(rule -> rule.alert().equals(alert.id()));
    }

    /** The rule of a policy. */
    AlertRule rule(Alert alert) {
        return group.rules().stream()
                .filter(rule -> rule.alert().equals(alert.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The rule of a tier. */
    AlertRule rule(Alert alert, TierPlan tier) {
        return group.rules().stream()
                .filter(rule -> rule.alert().equals(alert.id())
                        && tier.name().equals(rule.labels().get("schedule")))
                .findFirst()
                .orElseThrow();
    }

    /** All tiers are well, as Ballast tells it; the others just so much that they are. */
    Scene ballast(String name, Duration step, TierPlan tier) {
        var scene = new Scene(title(name, tier), step);
        for (TierPlan other : tiers()) {
            scene.with(tier(other).own(Metric.SCHEDULE_CREATED_TIMESTAMP_SECONDS), Points.of(longAgo(other)));
        }
        Subject subject = tier(tier);
        scene.with(subject.own(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS), Points.of(-60))
                .with(subject.own(Metric.TIER_SINCE_TIMESTAMP_SECONDS), Points.of(longAgo(tier)))
                .with(subject.own(Metric.SCHEDULE_PAUSED), Points.of(0))
                .with(subject.own(Metric.RESTORE_POINTS), Points.of(5))
                .with(subject.own(Metric.RESTORE_POINTS_PROMISED), Points.of(5));
        PHASES.forEach(phase -> scene.with(phase(tier, phase), Points.of(phase.equals("Completed") ? 1 : 0)));
        return scene;
    }

    /** All tiers are well, as Velero tells it where nobody else does; and so is another Schedule, which must hide nothing. */
    Scene velero(String name, Duration step, TierPlan tier) {
        var scene = new Scene(title(name, tier) + ", as Velero alone tells it", step);
        for (TierPlan other : tiers()) {
            velero(scene, tier(other).schedule());
        }
        velero(scene, OTHER);
        Subject subject = tier(tier);
        for (String counter : List.of("failure", "partial_failure", "validation_failure")) {
            scene.with(subject.velero("velero_backup_" + counter + "_total"), Points.of(0));
        }
        // Velero sets it to 1 every minute, whatever happened.
        return scene.with(subject.velero("velero_backup_last_status"), Points.of(1));
    }

    private static void velero(Scene scene, String schedule) {
        scene.with(Selector.of("velero_backup_attempt_total").with("schedule", schedule), Points.of(5))
                .with(
                        Selector.of("velero_backup_last_successful_timestamp").with("schedule", schedule),
                        Points.of(-60));
    }

    Selector phase(TierPlan tier, String phase) {
        return tier(tier).own(Metric.LAST_RUN_PHASE).with("phase", phase);
    }

    /** So long ago that everything is expected of it. */
    long longAgo(TierPlan tier) {
        return threshold(tier).total().multipliedBy(-10).toSeconds();
    }

    private static String title(String name, TierPlan tier) {
        return "%s: %s".formatted(tier.name(), name);
    }
}
