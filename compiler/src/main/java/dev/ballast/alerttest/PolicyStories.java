package dev.ballast.alerttest;

import static dev.ballast.alerttest.Cast.STEP;

import dev.ballast.alerts.Alert;
import dev.ballast.alerts.Selector;
import dev.ballast.alerts.Subject;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.series.Metric;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Stories of a whole policy. */
final class PolicyStories {
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Map<String, String> DOLLARS = Map.of("currency", "USD");

    private final Cast cast;
    private final Subject subject;

    PolicyStories(Cast cast) {
        this.cast = cast;
        this.subject = cast.policy();
    }

    List<Scene> all() {
        var scenes = new ArrayList<Scene>();
        scenes.add(well());
        scenes.add(unavailable(new Scene("Velero cannot reach a store", STEP)
                .with(finding("store-unavailable"), Points.of(0).then(HALF_HOUR, 1))));
        stores().forEach(store -> scenes.add(unavailable(oneStoreGoes(store))));
        scenes.add(new Scene("expired backups are not removed", STEP)
                .with(finding("not-collected"), Points.of(0).then(HALF_HOUR, 2))
                .quiet(HALF_HOUR.plus(Duration.ofHours(1)).minus(STEP), Alert.COLLECTION_STUCK)
                .fires(HALF_HOUR.plus(Duration.ofHours(1)), cast.rule(Alert.COLLECTION_STUCK)));
        scenes.add(costDrift());
        budget().ifPresent(scenes::add);
        return scenes;
    }

    /** Whatever could be said is said, and all of it is good; of a suspended policy there need be nothing at all. */
    private Scene well() {
        var scene = new Scene(cast.isSuspended() ? "suspended: nothing runs" : "all is well", STEP)
                .with(finding("store-unavailable"), Points.of(0))
                .with(finding("not-collected"), Points.of(0))
                .with(money(Metric.COST_ACTUAL_MONTHLY), Points.of(10))
                .with(money(Metric.COST_EXPECTED_MONTHLY), Points.of(10))
                .with(money(Metric.COST_BUDGET_MONTHLY), Points.of(20));
        stores().forEach(store -> scene.with(gauge(store), Points.of(1)));
        if (!cast.isSuspended()) {
            for (TierPlan tier : cast.tiers()) {
                Subject of = cast.tier(tier);
                scene.with(of.velero("velero_backup_attempt_total"), Points.of(5))
                        .with(of.velero("velero_backup_last_successful_timestamp"), Points.of(-60));
            }
        }
        return scene.quiet(HALF_HOUR, Cast.ALL);
    }

    private Scene oneStoreGoes(String gone) {
        var scene = new Scene("Velero cannot reach `%s`, as Velero alone tells it".formatted(gone), STEP);
        stores().forEach(store ->
                scene.with(gauge(store), store.equals(gone) ? Points.of(1).then(HALF_HOUR, 0) : Points.of(1)));
        return scene;
    }

    private Scene unavailable(Scene scene) {
        Duration due = HALF_HOUR.plus(Duration.ofMinutes(15));
        return scene.quiet(due.minus(STEP), Alert.STORE_UNAVAILABLE).fires(due, cast.rule(Alert.STORE_UNAVAILABLE));
    }

    /** A fifth and one unit more is not too much; a cent beyond is. The series may be gone for a while in between. */
    private Scene costDrift() {
        Duration due = HALF_HOUR.plus(Duration.ofHours(6));
        var much = new BigDecimal("13.01");
        Duration gap = Duration.ofHours(3);
        return new Scene("more is stored than should be", STEP)
                .with(money(Metric.COST_EXPECTED_MONTHLY), Points.of(10))
                .with(
                        money(Metric.COST_ACTUAL_MONTHLY),
                        Points.of(13).then(HALF_HOUR, much).gone(gap).then(gap.plus(STEP.multipliedBy(2)), much))
                .quiet(due.minus(STEP), Alert.COST_DRIFT)
                .fires(due, cast.rule(Alert.COST_DRIFT), much, DOLLARS);
    }

    private Optional<Scene> budget() {
        if (!cast.has(Alert.BUDGET_EXCEEDED)) {
            return Optional.empty();
        }
        Duration due = HALF_HOUR.plus(Duration.ofHours(1));
        var much = new BigDecimal("20.01");
        return Optional.of(new Scene("what is stored costs more than the budget", STEP)
                .with(money(Metric.COST_BUDGET_MONTHLY), Points.of(20))
                .with(money(Metric.COST_ACTUAL_MONTHLY), Points.of(20).then(HALF_HOUR, much))
                .quiet(due.minus(STEP), Alert.BUDGET_EXCEEDED)
                .fires(due, cast.rule(Alert.BUDGET_EXCEEDED), much, DOLLARS));
    }

    private List<String> stores() {
        return cast.tiers().stream()
                .map(TierPlan::store)
                .filter(Objects::nonNull)
                .map(StorePlan::name)
                .distinct()
                .sorted()
                .toList();
    }

    private Selector finding(String kind) {
        return subject.own(Metric.EXECUTION_FINDINGS).with("kind", kind);
    }

    private Selector money(Metric metric) {
        return subject.own(metric).with("currency", "USD");
    }

    private static Selector gauge(String store) {
        return Selector.of("velero_backup_location_status_gauge").with("backup_location_name", store);
    }
}
