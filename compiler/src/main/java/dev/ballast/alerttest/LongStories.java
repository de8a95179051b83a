package dev.ballast.alerttest;

import dev.ballast.alerts.Alert;
import dev.ballast.alerts.Subject;
import dev.ballast.plan.TierPlan;
import dev.ballast.series.Metric;
import java.time.Duration;
import java.util.List;

/** Stories of one tier that take days, told in longer steps: what fires there waits that long. */
final class LongStories {
    private final Cast cast;
    private final TierPlan tier;
    private final Subject subject;

    LongStories(Cast cast, TierPlan tier) {
        this.cast = cast;
        this.tier = tier;
        this.subject = cast.tier(tier);
    }

    /** How long a tier may be without any success. */
    Duration patience() {
        return cast.threshold(tier).total();
    }

    List<Scene> neverSucceeded(Duration step) {
        Duration due = multiple(patience(), step);
        var own = subject.own(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS);
        var veleros = subject.velero("velero_backup_last_successful_timestamp");
        Duration half = multiple(patience().dividedBy(2), step);
        return List.of(
                cast.ballast("never succeeded, and another cluster's backups do not count", step, tier)
                        .with(own, Points.of(0))
                        .with(veleros, Points.of(-60))
                        .quiet(due.minus(step), Alert.NEVER_SUCCEEDED)
                        .fires(due, cast.rule(Alert.NEVER_SUCCEEDED, tier)),
                cast.velero("never succeeded", step, tier)
                        .without(veleros)
                        .quiet(due.minus(step), Alert.NEVER_SUCCEEDED)
                        .fires(due, cast.rule(Alert.NEVER_SUCCEEDED, tier)),
                cast.velero("succeeded at last", step, tier)
                        .with(veleros, Points.none().then(half, half.toSeconds()))
                        .quiet(due.plus(step), Alert.NEVER_SUCCEEDED),
                cast.ballast("Ballast knows of a good backup that Velero does not tell", step, tier)
                        .with(subject.velero("velero_backup_attempt_total"), Points.of(0))
                        .quiet(due.plus(step), Alert.NEVER_SUCCEEDED),
                cast.velero("there is no Schedule that could succeed", step, tier)
                        .without(veleros)
                        .without(subject.velero("velero_backup_attempt_total"))
                        .quiet(due.plus(step), Alert.NEVER_SUCCEEDED),
                cast.ballast("never succeeded, and paused", step, tier)
                        .with(own, Points.of(0))
                        .with(subject.own(Metric.SCHEDULE_PAUSED), Points.of(1))
                        .quiet(due.plus(step), Alert.NEVER_SUCCEEDED));
    }

    Scene pausedTooLong(Duration step) {
        Duration week = Duration.ofDays(7);
        return cast.ballast("paused for a week", step, tier)
                .with(subject.own(Metric.SCHEDULE_PAUSED), Points.of(1).then(week.plus(step), 0))
                .with(subject.own(Metric.LAST_SUCCESS_TIMESTAMP_SECONDS), Points.of(cast.longAgo(tier)))
                .quiet(week.minus(step), Cast.ALL)
                .fires(week, cast.rule(Alert.PAUSED_TOO_LONG, tier))
                .quiet(week, Cast.OF_RUNS)
                .quiet(week.plus(step), Alert.PAUSED_TOO_LONG);
    }

    /** The first evaluation at or after a time. */
    static Duration multiple(Duration time, Duration step) {
        long steps = time.dividedBy(step);
        return step.multipliedBy(step.multipliedBy(steps).equals(time) ? steps : steps + 1);
    }
}
