package dev.ballast.change;

import dev.ballast.calendar.CronDialect;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Outlooks by simulation from one instant on. Policies that run alike, most of all those that do not change, are simulated once. */
public final class ForecastOutlooks implements Outlooks {
    /** All that a forecast depends on. */
    private record Rhythm(boolean paused, List<TierRhythm> tiers) {}

    private record TierRhythm(Tier tier, String cron, CronDialect dialect, Duration ttl, boolean forever) {}

    private final Instant from;
    private final Map<Rhythm, Outlook> known = new ConcurrentHashMap<>();

    /** Outlooks of clusters in which nothing has run before an instant. */
    public ForecastOutlooks(Instant from) {
        this.from = from;
    }

    @Override
    public Optional<Outlook> of(BackupPlan plan, EnvironmentPlan environment) {
        var rhythm = new Rhythm(
                Boolean.TRUE.equals(plan.paused()),
                plan.tiers().stream()
                        .map(tier -> new TierRhythm(
                                tier.tier(),
                                tier.cron(),
                                tier.calendar().dialect(),
                                tier.ttl(),
                                Forecaster.isForever(tier)))
                        .toList());
        return Optional.of(known.computeIfAbsent(rhythm, key -> outlook(plan)));
    }

    private Outlook outlook(BackupPlan plan) {
        Forecast forecast = Forecaster.forecast(plan, Scenario.from(from));
        return new Outlook(
                forecast.restorePoints().atRest(),
                forecast.restorePoints().maximum(),
                forecast.restorePoints().tiersAtRest(),
                forecast.lookback().guaranteed(),
                forecast.lookback().forever(),
                forecast.rpo());
    }
}
