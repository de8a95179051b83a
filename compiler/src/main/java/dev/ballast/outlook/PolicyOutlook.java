package dev.ballast.outlook;

import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One policy, looked at from one instant.
 *
 * @param forecast with the outages
 * @param calm the same without any; equal to {@code forecast} when there are none
 * @param days how far runs and counts are listed; at least 1
 */
public record PolicyOutlook(Forecast forecast, Forecast calm, int days) {
    /** The ages at which the worst gap is told: a day, a week, a month, a quarter, a year. */
    public static final List<Duration> AGES = List.of(
            Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365));

    static PolicyOutlook of(Forecast forecast, int days) {
        Scenario scenario = forecast.scenario();
        Forecast calm = scenario.outages().isEmpty()
                ? forecast
                : Forecaster.forecast(forecast.plan(), scenario.with(List.of()));
        return new PolicyOutlook(forecast, calm, days);
    }

    /** The name of the policy. */
    public String name() {
        return forecast.plan().name();
    }

    /** From when on it is looked at. */
    public Instant from() {
        return forecast.scenario().from();
    }

    /** The end of what is listed; never beyond what is simulated. */
    public Instant end() {
        Instant wanted = from().plus(Duration.ofDays(days));
        return wanted.isBefore(forecast.until()) ? wanted : forecast.until();
    }

    /** The runs that are listed, in order. */
    public List<DueRun> runs() {
        return DueRun.between(forecast.tiers(), from(), end());
    }

    /** The instant at which the calendar stands: the end of the last outage; without one, when all tiers have filled; else the end. */
    public Instant pictured() {
        Instant steady = forecast.restorePoints().steadyFrom();
        return over().orElse(steady == null ? end() : steady);
    }

    /** When the last outage is over that ends within what is simulated. */
    Optional<Instant> over() {
        return forecast.scenario().outages().stream()
                .map(Outage::to)
                .filter(to -> to.isAfter(from()) && to.isBefore(forecast.until()))
                .max(Comparator.naturalOrder());
    }

    /** What the outages do; empty without any. */
    public Optional<Disturbance> disturbance() {
        return forecast.scenario().outages().isEmpty() ? Optional.empty() : Optional.of(Disturbance.of(forecast, calm));
    }
}
