package dev.ballast.cost;

import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.TierForecast;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The workloads of the policies of one environment, which may share volumes. For any thread. */
final class Workloads {
    private static final long LITTLE = Duration.ofDays(30).toSeconds();

    private final EnvironmentPlan environment;
    private final Calibration calibration;
    private final Map<String, BackupPlan> plans = new LinkedHashMap<>();
    /** Of a plan, as far as it has to reach. */
    private final Function<BackupPlan, Forecast> forecasts;
    /** By the policy that counts their volumes, in the order of the plan. */
    private final Map<String, List<String>> guests = new HashMap<>();

    private Workloads(
            EnvironmentPlan environment,
            List<BackupPlan> plans,
            Function<BackupPlan, Forecast> forecasts,
            Calibration calibration) {
        this.environment = environment;
        this.calibration = calibration;
        this.forecasts = forecasts;
        plans.forEach(plan -> this.plans.put(plan.name(), plan));
        for (BackupPlan plan : plans) {
            countedIn(plan)
                    .ifPresent(host -> guests.computeIfAbsent(host, name -> new ArrayList<>())
                            .add(plan.name()));
        }
    }

    /** Those of which there are forecasts. */
    static Workloads of(EnvironmentPlan environment, List<Forecast> forecasts, Calibration calibration) {
        var known = new HashMap<String, Forecast>();
        forecasts.forEach(forecast -> known.put(forecast.plan().name(), forecast));
        var reaching = new ConcurrentHashMap<String, Forecast>();
        return new Workloads(
                environment,
                forecasts.stream().map(Forecast::plan).toList(),
                plan -> reaching.computeIfAbsent(
                        plan.name(), name -> reachingRest(Objects.requireNonNull(known.get(name)))),
                calibration);
    }

    /** All of an environment; each forecast is made when it is needed, and not kept. */
    static Workloads of(
            EnvironmentPlan environment, Function<BackupPlan, Forecast> forecasts, Calibration calibration) {
        return new Workloads(
                environment, environment.policies(), plan -> reachingRest(forecasts.apply(plan)), calibration);
    }

    /** A forecast that reaches a year past the time when its bytes are at rest, or nearly: a month less of a year is not worth another one. */
    private static Forecast reachingRest(Forecast forecast) {
        Instant steady = forecast.restorePoints().steadyFrom();
        long tail = Places.tail(forecast.plan());
        if (steady == null || tail < LITTLE) {
            return forecast;
        }
        Instant end = steady.plusSeconds(tail + Horizon.YEAR);
        return forecast.until().isBefore(end)
                ? Forecaster.forecast(
                        forecast.plan(),
                        forecast.scenario()
                                .reaching(Duration.between(forecast.scenario().from(), end)))
                : forecast;
    }

    static Horizon horizon(Forecast forecast) {
        return Horizon.of(forecast, Places.tail(forecast.plan()));
    }

    /** All policies, in their order. */
    List<String> policies() {
        return List.copyOf(plans.keySet());
    }

    Optional<Forecast> forecast(String policy) {
        return Optional.ofNullable(plans.get(policy)).map(forecasts);
    }

    /** What a policy stores, with the backups of those that say its volumes are theirs too. */
    Workload of(Forecast forecast) {
        BackupPlan plan = forecast.plan();
        var guests = new ArrayList<Workload.Load>();
        for (String guest : this.guests.getOrDefault(plan.name(), List.of())) {
            Forecast other = forecast(guest).orElseThrow();
            // A guest may be at rest long before its host: it is looked at for as long.
            Duration span = Duration.between(other.scenario().from(), forecast.until());
            boolean shorter = other.until().isBefore(forecast.until());
            guests.addAll(loads(
                    shorter ? Forecaster.forecast(other.plan(), other.scenario().reaching(span)) : other));
        }
        return new Workload(
                loads(forecast),
                guests,
                size(plan),
                Places.snapshots(environment),
                countedIn(plan).orElse(null),
                forecast.scenario().from().getEpochSecond());
    }

    private Terms.Size size(BackupPlan plan) {
        Terms.Size declared = plan.terms().size();
        return calibration
                .policy(plan.name())
                .map(measured -> measured.on(declared))
                .orElse(declared);
    }

    private Optional<String> countedIn(BackupPlan plan) {
        return countedIn(plan, plans::get);
    }

    /** The policy of this environment that counts the volumes of another, at the end of the references; nothing when it does itself. */
    static Optional<String> countedIn(BackupPlan plan, Function<String, @Nullable BackupPlan> policies) {
        Set<String> seen = new HashSet<>(Set.of(plan.name()));
        String owner = null;
        String next = plan.terms().size().sharedWith();
        BackupPlan host = next == null ? null : policies.apply(next);
        while (host != null && seen.add(host.name())) {
            owner = host.name();
            next = host.terms().size().sharedWith();
            host = next == null ? null : policies.apply(next);
        }
        // Policies that name each other in a circle each count for themselves: nothing is lost.
        return host == null ? Optional.ofNullable(owner) : Optional.empty();
    }

    private static List<Workload.Load> loads(Forecast forecast) {
        var loads = new ArrayList<Workload.Load>();
        for (TierForecast tier : forecast.tiers()) {
            TierPlan plan = tier.plan();
            int atRest = forecast.restorePoints().steadyFrom() == null
                    ? 0
                    : forecast.restorePoints().tiersAtRest().getOrDefault(plan.tier(), 0);
            loads.add(new Workload.Load(
                    plan.tier(), tier.backups(), atRest, plan.volumes().method(), plan.store()));
        }
        List<TierPlan> tiers = forecast.plan().tiers();
        if (forecast.others().size() > 0 && !tiers.isEmpty()) {
            // Where a tier that is no more put its backups is not known: most likely where the others do.
            TierPlan last = tiers.get(tiers.size() - 1);
            loads.add(new Workload.Load(
                    last.tier(), forecast.others(), 0, last.volumes().method(), last.store()));
        }
        return loads;
    }
}
