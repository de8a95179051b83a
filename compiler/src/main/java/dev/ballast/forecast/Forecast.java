package dev.ballast.forecast;

import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a policy will keep in one environment. */
public final class Forecast {
    private final BackupPlan plan;
    private final Scenario scenario;
    private final Instant until;
    private final List<TierForecast> tiers;
    private final Backups others;
    private final RestorePoints restorePoints;
    private final Lookback lookback;
    private final @Nullable Duration rpo;
    private final Gaps gaps;

    Forecast(
            BackupPlan plan,
            Scenario scenario,
            Instant until,
            List<TierForecast> tiers,
            Backups others,
            RestorePoints restorePoints,
            Lookback lookback,
            @Nullable Duration rpo,
            Gaps gaps) {
        this.plan = plan;
        this.scenario = scenario;
        this.until = until;
        this.tiers = tiers;
        this.others = others;
        this.restorePoints = restorePoints;
        this.lookback = lookback;
        this.rpo = rpo;
        this.gaps = gaps;
    }

    public BackupPlan plan() {
        return plan;
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The end of the simulation; no run is later. */
    public Instant until() {
        return until;
    }

    /** Finest first; none when the policy is paused. */
    public List<TierForecast> tiers() {
        return tiers;
    }

    /** Existing backups of tiers that the policy has no longer. */
    public Backups others() {
        return others;
    }

    public RestorePoints restorePoints() {
        return restorePoints;
    }

    public Lookback lookback() {
        return lookback;
    }

    /** The longest time between two due times of any tier in the simulated time; absent when there are no two. */
    public @Nullable Duration rpo() {
        return rpo;
    }

    /** Restore points at a time, over all tiers. */
    public int points(Instant at) {
        return all().mapToInt(backups -> backups.points(at.getEpochSecond())).sum();
    }

    /** Restore points of a tier at a time. */
    public int points(Tier tier, Instant at) {
        return tiers.stream()
                .filter(forecast -> forecast.plan().tier() == tier)
                .mapToInt(forecast -> forecast.backups().points(at.getEpochSecond()))
                .sum();
    }

    /** The age of the oldest restore point at a time; nothing when there is none. */
    public Optional<Duration> oldest(Instant at) {
        return all().flatMap(
                        backups -> backups.oldest(at.getEpochSecond()).stream().boxed())
                .min(Long::compare)
                .map(start -> Duration.ofSeconds(at.getEpochSecond() - start));
    }

    /** The age of the newest restore point at a time; nothing when there is none. */
    public Optional<Duration> newest(Instant at) {
        return all().flatMap(
                        backups -> backups.newest(at.getEpochSecond()).stream().boxed())
                .max(Long::compare)
                .map(start -> Duration.ofSeconds(at.getEpochSecond() - start));
    }

    /**
     * The longest stretch without a restore point that lies around an age, at any time of the steady state: how much is lost at most when
     * restoring to so long ago. Nothing where the guaranteed look-back is shorter, and where there is no steady state.
     */
    public Optional<Duration> worstGap(Duration age) {
        return restorePoints.steadyFrom() == null ? Optional.empty() : gaps.worst(age);
    }

    private Stream<Backups> all() {
        return Stream.concat(tiers.stream().map(TierForecast::backups), Stream.of(others));
    }
}
