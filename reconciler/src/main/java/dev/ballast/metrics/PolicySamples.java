package dev.ballast.metrics;

import dev.ballast.cost.Cause;
import dev.ballast.drift.Certainty;
import dev.ballast.drift.CostDrift;
import dev.ballast.drift.ExecutionDrift;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.drift.TierHealth;
import dev.ballast.drift.TierLife;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedSchedule;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Money;
import dev.ballast.series.Metric;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers of one policy. Whatever can be is there from the beginning, as 0: an alert on a series that is not there yet is silent. */
final class PolicySamples {
    private final PolicyMetricsInput input;
    private final Map<Sample, Double> samples = new LinkedHashMap<>();

    private PolicySamples(PolicyMetricsInput input) {
        this.input = input;
    }

    static Map<Sample, Double> of(PolicyMetricsInput input) {
        var made = new PolicySamples(input);
        for (TierHealth tier : input.health().tiers()) {
            input.plan().tier(tier.tier()).ifPresent(plan -> made.tier(plan, tier));
        }
        made.findings();
        made.cost();
        return made.samples;
    }

    private void tier(TierPlan plan, TierHealth health) {
        ObservedSchedule schedule = input.view().schedules().stream()
                .filter(one -> one.name().equals(plan.name()))
                .findFirst()
                .orElse(null);
        TierLife life = input.lives().get(plan.tier());
        tier(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS, plan, seconds(health.lastGood()));
        tier(Metric.LAST_RUN_TIMESTAMP_SECONDS, plan, seconds(health.lastRun()));
        phases(plan);
        tier(
                Metric.EXPECTED_INTERVAL_SECONDS,
                plan,
                plan.rhythm().longest().map(Duration::toSeconds).orElse(0L));
        tier(Metric.SCHEDULE_CREATED_TIMESTAMP_SECONDS, plan, seconds(schedule == null ? null : schedule.created()));
        tier(Metric.TIER_SINCE_TIMESTAMP_SECONDS, plan, seconds(life == null ? null : life.since()));
        tier(Metric.SCHEDULE_PAUSED, plan, life != null && life.pausedSince() != null ? 1 : 0);
        tier(Metric.RESTORE_POINTS, plan, health.points());
        tier(Metric.RESTORE_POINTS_PROMISED, plan, health.promised());
    }

    private void phases(TierPlan plan) {
        BackupPhase last = input.view().backups().stream()
                .filter(backup -> backup.mayBeOf(input.cluster()) && backup.isOf(plan.tier(), plan.name()))
                .max(Comparator.comparing(ObservedBackup::begun).thenComparing(ObservedBackup::name))
                .map(ObservedBackup::phase)
                .orElse(null);
        for (BackupPhase phase : BackupPhase.values()) {
            String word = phase == BackupPhase.UNKNOWN ? "Unknown" : phase.word();
            tier(Metric.LAST_RUN_PHASE, plan, phase == last ? 1 : 0, word);
        }
    }

    private void findings() {
        for (ManifestDrift.Kind kind : ManifestDrift.Kind.values()) {
            policy(
                    Metric.DRIFTED_MANIFESTS,
                    (double) input.manifests().stream()
                            .filter(drift -> drift.kind() == kind)
                            .count(),
                    kind.word());
        }
        policy(
                Metric.DRIFTED_FIELDS,
                input.manifests().stream()
                        .mapToInt(drift -> drift.fields().size())
                        .sum());
        for (ExecutionDrift.Kind kind : ExecutionDrift.Kind.values()) {
            policy(
                    Metric.EXECUTION_FINDINGS,
                    (double) input.health().findings().stream()
                            .filter(finding -> finding.kind() == kind)
                            .count(),
                    kind.word());
        }
        policy(Metric.GUARD_EXTENDED, input.extended());
    }

    private void cost() {
        Money budget = input.plan().terms().budget().monthly();
        if (budget != null) {
            policy(
                    Metric.COST_BUDGET_MONTHLY,
                    budget.amount().doubleValue(),
                    budget.currency().getCurrencyCode());
        }
        CostDrift cost = input.cost();
        if (cost == null) {
            return;
        }
        policy(Metric.STORED_BYTES_EXPECTED, (double) cost.parts().expected().bytes());
        policy(Metric.STORED_BYTES_ACTUAL, (double) cost.parts().actual().bytes());
        policy(Metric.STORED_BYTES_MEASURED, cost.actual() == Certainty.MEASURED ? 1 : 0);
        Currency currency = cost.currency();
        if (currency == null) {
            return;
        }
        String code = currency.getCurrencyCode();
        policy(Metric.COST_EXPECTED_MONTHLY, cost.parts().expected().monthly().doubleValue(), code);
        policy(Metric.COST_ACTUAL_MONTHLY, cost.parts().actual().monthly().doubleValue(), code);
        for (Cause.Kind kind : Cause.Kind.values()) {
            BigDecimal amount = cost.parts().causes().stream()
                    .filter(cause -> cause.kind() == kind)
                    .map(Cause::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            policy(Metric.COST_DRIFT_MONTHLY, amount.doubleValue(), kind.word(), code);
        }
    }

    private void tier(Metric metric, TierPlan plan, double value, String... own) {
        put(metric, value, List.of(plan.tier().word(), plan.name()), own);
    }

    private void policy(Metric metric, double value, String... own) {
        put(metric, value, List.of(), own);
    }

    private void put(Metric metric, double value, List<String> ofTier, String... own) {
        var labels = new ArrayList<String>();
        labels.add(input.environment());
        labels.add(input.cluster());
        labels.add(input.plan().name());
        labels.addAll(ofTier);
        labels.addAll(List.of(own));
        samples.put(new Sample(metric, labels), value);
    }

    private static double seconds(@Nullable Instant time) {
        return time == null ? 0 : time.getEpochSecond();
    }
}
