package dev.ballast.alerttest;

import static dev.ballast.alerttest.Cast.STEP;

import dev.ballast.alerts.Alert;
import dev.ballast.alerts.AlertRule;
import dev.ballast.alerts.Selector;
import dev.ballast.alerts.Subject;
import dev.ballast.alerts.Threshold;
import dev.ballast.plan.TierPlan;
import dev.ballast.series.Metric;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Stories of one tier that are told in hours. */
final class TierStories {
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<String> COUNTERS = List.of("failure", "partial_failure", "validation_failure");

    private final Cast cast;
    private final TierPlan tier;
    private final Subject subject;
    private final Threshold threshold;

    TierStories(Cast cast, TierPlan tier) {
        this.cast = cast;
        this.tier = tier;
        this.subject = cast.tier(tier);
        this.threshold = cast.threshold(tier);
    }

    List<Scene> all() {
        return Stream.of(stale(), missing(), failed(), points(), others())
                .flatMap(List::stream)
                .toList();
    }

    /** The newest good backup was made so long ago that it becomes too old after an hour. */
    private List<Scene> stale() {
        Points hourLeft = Points.of(HOUR.minus(threshold.total()).toSeconds());
        Selector own = subject.own(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS);
        Selector veleros = subject.velero("velero_backup_last_successful_timestamp");
        return List.of(
                becomesStale(cast.ballast("succeeded, then stopped", STEP, tier).with(own, hourLeft)),
                becomesStale(cast.velero("succeeded, then stopped", STEP, tier).with(veleros, hourLeft)),
                becomesStale(cast.ballast("the good backups are another cluster's", STEP, tier)
                        .with(own, hourLeft)
                        .with(veleros, Points.of(-60))));
    }

    private Scene becomesStale(Scene scene) {
        AlertRule rule = cast.rule(Alert.STALE, tier);
        Duration due = HOUR.plus(STEP).plus(Duration.ofMinutes(15));
        BigDecimal age =
                BigDecimal.valueOf(due.minus(HOUR).plus(threshold.total()).toSeconds());
        return scene.quiet(HOUR, Alert.STALE)
                .quiet(due.minus(STEP), Alert.STALE)
                .fires(due, rule, age)
                .quiet(due, List.of(Alert.SCHEDULE_MISSING, Alert.RUN_FAILED, Alert.NEVER_SUCCEEDED));
    }

    private List<Scene> missing() {
        Selector created = subject.own(Metric.SCHEDULE_CREATED_TIMESTAMP_SECONDS);
        Selector attempts = subject.velero("velero_backup_attempt_total");
        Duration restarted = HALF_HOUR.plus(STEP.multipliedBy(2));
        return List.of(
                goesMissing(cast.ballast("the Schedule is deleted", STEP, tier)
                        .with(created, Points.of(cast.longAgo(tier)).then(HALF_HOUR, 0))
                        .with(attempts, Points.of(5))),
                goesMissing(cast.velero("the Schedule is deleted", STEP, tier)
                        .with(attempts, Points.of(5).gone(HALF_HOUR))),
                cast.velero("Velero restarts", STEP, tier)
                        .with(attempts, Points.of(5).gone(HALF_HOUR).then(restarted, 0))
                        .quiet(restarted.minus(STEP), Cast.OF_RUNS)
                        .quiet(restarted, Cast.OF_RUNS)
                        .quiet(HOUR, Cast.OF_RUNS));
    }

    private Scene goesMissing(Scene scene) {
        Duration due = HALF_HOUR.plus(Duration.ofMinutes(15));
        return scene.quiet(HALF_HOUR.minus(STEP), Alert.SCHEDULE_MISSING)
                .quiet(due.minus(STEP), Alert.SCHEDULE_MISSING)
                .fires(due, cast.rule(Alert.SCHEDULE_MISSING, tier));
    }

    private List<Scene> failed() {
        Stream<Scene> told =
                Stream.of("Failed", "PartiallyFailed", "FailedValidation").map(this::toldFailure);
        Stream<Scene> counted = COUNTERS.stream().map(this::countedFailure);
        return Stream.of(told, counted, Stream.of(countedAnew(), madeGood()))
                .flatMap(stories -> stories)
                .toList();
    }

    /** A counter that falls to nothing counts no failure, nor do those of others. */
    private Scene countedAnew() {
        var scene = cast.velero("Velero begins to count anew, and others fail", STEP, tier);
        COUNTERS.forEach(counter -> scene.with(failures(counter), Points.of(3).then(HALF_HOUR, 0))
                .with(
                        Selector.of(failures(counter).metric()).with("schedule", Cast.OTHER),
                        Points.of(0).then(HALF_HOUR, 1)));
        return scene.quiet(HALF_HOUR.plus(STEP.multipliedBy(2)), Alert.RUN_FAILED)
                .quiet(HOUR, Alert.RUN_FAILED);
    }

    private Scene madeGood() {
        return cast.ballast("a failed run was made good by hand", STEP, tier)
                .with(failures("failure"), Points.of(0).then(HALF_HOUR, 1))
                .quiet(HOUR, Alert.RUN_FAILED);
    }

    private Selector failures(String counter) {
        return subject.velero("velero_backup_" + counter + "_total");
    }

    /** It stays so while the next run is under way, and ends when that went well; the run after that begins with a clean slate. */
    private Scene toldFailure(String phase) {
        AlertRule rule = cast.rule(Alert.RUN_FAILED, tier);
        Duration due = HALF_HOUR.plus(Duration.ofMinutes(5));
        Duration well = HOUR.plus(STEP.multipliedBy(2));
        Duration again = HOUR.plus(threshold.run()).plus(STEP);
        var scene = cast.ballast("every run is " + phase, STEP, tier)
                .with(
                        cast.phase(tier, "Completed"),
                        Points.of(1).then(HALF_HOUR, 0).then(well, 1).then(again, 0))
                .with(cast.phase(tier, phase), Points.of(0).then(HALF_HOUR, 1).then(HOUR, 0))
                .with(
                        cast.phase(tier, "InProgress"),
                        Points.of(0).then(HOUR, 1).then(well, 0).then(again, 1))
                .with(subject.velero("velero_backup_last_status"), Points.of(1))
                .quiet(HALF_HOUR, Alert.RUN_FAILED)
                .fires(due, rule);
        if (tier.rhythm().shortest().orElse(Duration.ZERO).compareTo(HALF_HOUR) >= 0) {
            scene.fires(HOUR.plus(STEP), rule)
                    .quiet(well, Alert.RUN_FAILED)
                    .quiet(again.plus(STEP.multipliedBy(2)), Alert.RUN_FAILED);
        }
        return scene;
    }

    /** It is told until about the next run, also when Velero restarts in between. */
    private Scene countedFailure(String counter) {
        AlertRule rule = cast.rule(Alert.RUN_FAILED, tier);
        var scene = cast.velero("a run ends as " + counter, STEP, tier)
                .with(
                        failures(counter),
                        Points.of(0).then(HALF_HOUR, 1).gone(HOUR).then(HOUR.plus(STEP), 0))
                .quiet(HALF_HOUR, Alert.RUN_FAILED)
                .fires(HALF_HOUR.plus(STEP), rule)
                .fires(HOUR.plus(STEP.multipliedBy(3)), rule);
        Duration over = HALF_HOUR.plus(threshold.total()).plus(STEP.multipliedBy(2));
        boolean isTold = counter.equals("failure") && over.compareTo(Duration.ofDays(2)) < 0;
        return isTold ? scene.quiet(over, Alert.RUN_FAILED) : scene;
    }

    private List<Scene> points() {
        AlertRule rule = cast.rule(Alert.RESTORE_POINTS_LOW, tier);
        Selector points = subject.own(Metric.RESTORE_POINTS);
        Selector promised = subject.own(Metric.RESTORE_POINTS_PROMISED);
        Duration due = HALF_HOUR.plus(threshold.late());
        Duration gap = multiple(HALF_HOUR.plus(threshold.late().dividedBy(2)));
        return List.of(
                cast.ballast("restore points are lost", STEP, tier)
                        .with(points, Points.of(5).then(HALF_HOUR, 4).gone(gap).then(gap.plus(STEP.multipliedBy(2)), 4))
                        .quiet(multiple(due).minus(STEP), Alert.RESTORE_POINTS_LOW)
                        .fires(multiple(due), rule, BigDecimal.valueOf(4)),
                cast.ballast("a run takes as long as it may", STEP, tier)
                        .with(promised, Points.of(5).then(HALF_HOUR, 6))
                        .with(points, Points.of(5).then(multiple(due).minus(STEP), 6))
                        .quiet(multiple(due).plus(HOUR), Alert.RESTORE_POINTS_LOW));
    }

    private static Duration multiple(Duration time) {
        return LongStories.multiple(time, STEP);
    }

    private List<Scene> others() {
        Duration later = multiple(threshold.late()).plus(HOUR);
        Duration resumed = Duration.ofMinutes(80).minus(threshold.total().dividedBy(2));
        Scene paused = cast.ballast("paused for hours, and nothing is well", STEP, tier)
                .with(subject.own(Metric.SCHEDULE_PAUSED), Points.of(1))
                .with(subject.own(Metric.SCHEDULE_CREATED_TIMESTAMP_SECONDS), Points.of(0))
                .with(subject.own(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS), Points.of(cast.longAgo(tier)))
                .with(subject.own(Metric.RESTORE_POINTS), Points.of(1))
                .with(cast.phase(tier, "Completed"), Points.of(0))
                .with(cast.phase(tier, "Failed"), Points.of(1))
                .quiet(HOUR, Cast.ALL)
                .quiet(later, Cast.ALL);
        Scene resumes = cast.ballast("resumed after a long pause", STEP, tier)
                .with(subject.own(Metric.TIER_SINCE_TIMESTAMP_SECONDS), Points.of(resumed.toSeconds()))
                .with(subject.own(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS), Points.of(cast.longAgo(tier)))
                .quiet(Duration.ofMinutes(80), Cast.OF_RUNS);
        return List.of(paused, resumes, rollout());
    }

    /** Two Veleros for a while, of which the newer has not looked at its backups yet. */
    private Scene rollout() {
        var scene = cast.velero("Velero is rolled out anew", STEP, tier);
        for (String metric : List.of("velero_backup_attempt_total", "velero_backup_partial_failure_total")) {
            Selector series = subject.velero(metric);
            scene.without(series)
                    .with(series.with("pod", "old"), Points.of(5).gone(HALF_HOUR))
                    .with(series.with("pod", "new"), Points.none().then(HALF_HOUR.minus(STEP), 0));
        }
        Selector succeeded = subject.velero("velero_backup_last_successful_timestamp");
        return scene.without(succeeded)
                .with(succeeded.with("pod", "old"), Points.of(-60).gone(HALF_HOUR))
                .with(succeeded.with("pod", "new"), Points.none().then(HALF_HOUR.plus(STEP), -60))
                .quiet(HALF_HOUR.minus(STEP), Cast.OF_RUNS)
                .quiet(HALF_HOUR, Cast.OF_RUNS)
                .quiet(HOUR, Cast.OF_RUNS);
    }
}
