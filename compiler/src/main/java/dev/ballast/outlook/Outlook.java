package dev.ballast.outlook;

import dev.ballast.forecast.ClusterLoad;
import dev.ballast.forecast.ExistingBackup;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.Scenario;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is ahead of one environment.
 *
 * @param environment absent when the input declares none
 * @param from the instant from which it is looked at
 * @param days how far runs and counts are listed; at least 1
 * @param policies those asked for, by name
 * @param traffic of all policies, those not asked for too
 * @param forecasts of all policies in the order of the plan, which is what costs are made of
 */
public record Outlook(
        @Nullable String environment,
        Instant from,
        int days,
        List<PolicyOutlook> policies,
        Traffic traffic,
        List<Forecast> forecasts) {
    public Outlook {
        policies = List.copyOf(policies);
        forecasts = List.copyOf(forecasts);
    }

    /**
     * What is assumed besides the plans.
     *
     * @param days at least 1
     */
    public record Question(Instant from, int days, List<Outage> outages, List<ExistingBackup> existing) {
        public Question {
            if (days < 1) {
                throw new IllegalArgumentException("at least one day, not " + days);
            }
        }

        private Scenario scenario(String cluster) {
            return Scenario.from(from)
                    .reaching(Scenario.LEAST.compareTo(span()) > 0 ? Scenario.LEAST : span())
                    .with(outages)
                    .withExisting(existing.stream()
                            .filter(backup -> backup.mayBeOf(cluster))
                            .toList());
        }

        private Duration span() {
            return Duration.ofDays(days);
        }
    }

    /** Forecasts an environment. */
    public static Outlook of(EnvironmentPlan environment, Predicate<BackupPlan> wanted, Question question) {
        Scenario scenario = question.scenario(environment.environment().cluster());
        List<Forecast> forecasts = environment.policies().parallelStream()
                .map(plan -> Forecaster.forecast(plan, scenario))
                .toList();
        return new Outlook(
                environment.declared() ? environment.name() : null,
                question.from(),
                question.days(),
                forecasts.stream()
                        .filter(forecast -> wanted.test(forecast.plan()))
                        .map(forecast -> PolicyOutlook.of(forecast, question.days()))
                        .sorted(Comparator.comparing(PolicyOutlook::name))
                        .toList(),
                Traffic.of(
                        forecasts.stream()
                                .mapToInt(forecast -> forecast.tiers().size())
                                .sum(),
                        ClusterLoad.of(forecasts, question.from(), question.days())),
                forecasts);
    }
}
