package dev.ballast.alerts;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules of a policy, where its environment wants them. */
public final class AlertRules {
    private static final Duration SOON = Duration.ofMinutes(15);

    private final EnvironmentPlan environment;
    private final BackupPlan plan;
    private final List<AlertRule> rules = new ArrayList<>();

    private AlertRules(EnvironmentPlan environment, BackupPlan plan) {
        this.environment = environment;
        this.plan = plan;
    }

    /** One group; empty where alerts are switched off. Of a suspended policy no run is expected. */
    public static Optional<AlertGroup> of(EnvironmentPlan environment, BackupPlan plan) {
        boolean wanted = environment.environment().alerts().enabled()
                && plan.terms().alerts().enabled();
        return wanted ? Optional.of(new AlertRules(environment, plan).group()) : Optional.empty();
    }

    private AlertGroup group() {
        for (TierPlan tier : plan.tiers()) {
            Threshold.of(plan.terms(), tier).ifPresent(threshold -> tier(tier, threshold));
        }
        policy();
        return new AlertGroup("ballast.%s.%s".formatted(environment.name(), plan.name()), rules);
    }

    private void tier(TierPlan tier, Threshold threshold) {
        var subject = new Subject(environment, plan, tier);
        var alerts = new TierAlerts(subject, threshold);
        if (!Boolean.TRUE.equals(plan.paused())) {
            add(subject, Alert.STALE, alerts.stale(), SOON, threshold);
            add(subject, Alert.NEVER_SUCCEEDED, alerts.neverSucceeded(), threshold.total(), threshold);
            add(subject, Alert.SCHEDULE_MISSING, alerts.scheduleMissing(), SOON, threshold);
            Duration shortest = tier.rhythm().shortest().orElse(threshold.gap());
            add(subject, Alert.RUN_FAILED, alerts.runFailed(shortest), Duration.ofMinutes(5), threshold);
            add(subject, Alert.RESTORE_POINTS_LOW, alerts.restorePointsLow(), threshold.late(), threshold);
        }
        add(subject, Alert.PAUSED_TOO_LONG, alerts.pausedTooLong(), Alert.LONGEST_PAUSE, threshold);
    }

    private void policy() {
        var subject = new Subject(environment, plan, null);
        var alerts = new PolicyAlerts(subject);
        add(subject, Alert.STORE_UNAVAILABLE, alerts.storeUnavailable(), SOON, null);
        add(subject, Alert.COLLECTION_STUCK, alerts.collectionStuck(), Duration.ofHours(1), null);
        add(subject, Alert.COST_DRIFT, alerts.costDrift(), Duration.ofHours(6), null);
        if (plan.terms().budget().monthly() != null) {
            add(subject, Alert.BUDGET_EXCEEDED, alerts.budgetExceeded(), Duration.ofHours(1), null);
        }
    }

    private void add(Subject subject, Alert alert, String expr, Duration pending, @Nullable Threshold threshold) {
        var texts = new Texts(subject);
        String stores = String.join(" ", new PolicyAlerts(subject).stores());
        Map<String, String> annotations = Map.of(
                "summary", texts.summary(alert),
                "description", texts.description(alert, threshold, stores),
                "runbook_url", subject.runbook(alert));
        rules.add(new AlertRule(
                alert.id(), expr, AlertRule.span(pending), subject.labels(alert), new TreeMap<>(annotations)));
    }
}
