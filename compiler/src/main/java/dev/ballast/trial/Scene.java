package dev.ballast.trial;

import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.Scenario;
import dev.ballast.outlook.Moment;
import dev.ballast.outlook.Timeline;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.PolicyTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days of a test, played.
 *
 * @param calm the same days without the outages
 * @param timeline from the beginning to the end, which is included
 * @param end of the days
 */
record Scene(PolicyTest test, Forecast forecast, Forecast calm, Timeline timeline, Instant end) {
    private static final int ROWS_BEFORE = 3;
    private static final int ROWS_AFTER = 3;

    static Scene of(PolicyTest test, BackupPlan plan) {
        Duration days = Duration.ofDays(test.days());
        Instant end = test.from().plus(days);
        Scenario calm = Scenario.from(test.from()).reaching(days.plusDays(1));
        List<Outage> outages = test.outages().stream()
                .map(outage -> new Outage(outage.from(), outage.to(), outage.kind()))
                .toList();
        Forecast forecast = Forecaster.forecast(plan, calm.with(outages));
        return new Scene(
                test,
                forecast,
                outages.isEmpty() ? forecast : Forecaster.forecast(plan, calm),
                Timeline.of(forecast, test.from(), end.plusSeconds(1)),
                end);
    }

    /** When every tier has filled, as far as that is within the days. */
    Optional<Instant> filled() {
        return Optional.ofNullable(calm.restorePoints().steadyFrom()).filter(steady -> !steady.isAfter(end));
    }

    /** From when on there must always be enough: from the first outage, else once every tier has filled, else only at the end. */
    Instant watched() {
        return test.outages().stream()
                .map(PolicyTest.Outage::from)
                .min(Comparator.naturalOrder())
                .map(first -> first.isBefore(test.from()) ? test.from() : first)
                .filter(first -> !first.isAfter(end))
                .or(this::filled)
                .orElse(end);
    }

    /** Which moment an instant is in. */
    int moment(Instant at) {
        int low = 0;
        int high = timeline.moments().size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (timeline.moments().get(middle).time().isAfter(at)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /** When a moment is over, at most the end of the days. */
    Instant over(int moment) {
        Instant over = timeline.end(moment);
        return over.isBefore(end) ? over : end;
    }

    /** What happens around an instant. */
    List<Row> around(Instant at) {
        int here = moment(at);
        var rows = new ArrayList<Row>();
        for (int i = Math.max(0, here - ROWS_BEFORE + 1);
                i < timeline.moments().size() && i <= here + ROWS_AFTER;
                i++) {
            Moment moment = timeline.moments().get(i);
            boolean same = moment.time().equals(at);
            rows.add(row(
                    moment,
                    moment.time(),
                    moment.events().stream().map(Moment.Event::text).toList(),
                    same));
            if (i == here && !same) {
                rows.add(row(moment, at, List.of(), true));
            }
        }
        return List.copyOf(rows);
    }

    private static Row row(Moment moment, Instant at, List<String> events, boolean here) {
        return new Row(at, events, moment.points(), moment.newestAge(at).orElse(null), here);
    }
}
