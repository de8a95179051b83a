package dev.ballast.cost;

import dev.ballast.forecast.Forecast;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from one policy to another, one thing after the other: when backups are made and how long they live, how much data there is, how
 * it changes and is counted, how and where it is stored, and last what that costs.
 */
final class Differences {
    private Differences() {}

    static Decomposition of(Costs.Side base, Costs.Side head, String policy) {
        Quotes headQuotes = Quotes.of(head.environment(), head.prices());
        var baseQuotes = new Quotes(base.prices(), headQuotes.currency());
        var baseLoads = Workloads.of(base.environment(), base.forecasts(), base.calibration());
        var headLoads = Workloads.of(head.environment(), head.forecasts(), head.calibration());
        Optional<Forecast> before = baseLoads.forecast(policy);
        Optional<Forecast> after = headLoads.forecast(policy);
        Decomposition.Worth expected = before.map(forecast ->
                        worth(base.environment(), baseLoads.of(forecast), Workloads.horizon(forecast), baseQuotes))
                .orElse(Decomposition.Worth.NONE);
        if (after.isEmpty()) {
            return Decomposition.of(
                    expected, List.of(new Decomposition.Step(Cause.Kind.SCHEDULE, Decomposition.Worth.NONE)));
        }
        Workload now = headLoads.of(after.get());
        Workload then = before.map(baseLoads::of).orElse(now);
        Horizon horizon = Workloads.horizon(after.get());
        return Decomposition.of(
                expected,
                steps(
                        then,
                        now,
                        (workload, place) -> worth(
                                place.head() ? head.environment() : base.environment(),
                                workload,
                                horizon,
                                place.headPrices() ? headQuotes : baseQuotes)));
    }

    /**
     * Whose surroundings hold in a step.
     *
     * @param head whether stores and locations are those of the head
     */
    private record Surroundings(boolean head, boolean headPrices) {}

    private interface Valuation {
        Decomposition.Worth of(Workload workload, Surroundings surroundings);
    }

    private static List<Decomposition.Step> steps(Workload then, Workload now, Valuation worth) {
        var old = new Surroundings(false, false);
        List<Workload.Load> loads = placedAs(now.loads(), then.loads());
        List<Workload.Load> guests = placedAs(now.guests(), then.guests());
        var schedule = new Workload(loads, guests, then.size(), then.snapshots(), then.countedIn(), now.from());
        var size = new Workload(
                loads, guests, resized(then.size(), now.size()), then.snapshots(), now.countedIn(), now.from());
        var change = new Workload(loads, guests, now.size(), then.snapshots(), now.countedIn(), now.from());
        return List.of(
                new Decomposition.Step(Cause.Kind.SCHEDULE, worth.of(schedule, old)),
                new Decomposition.Step(Cause.Kind.SIZE, worth.of(size, old)),
                new Decomposition.Step(Cause.Kind.CHANGE, worth.of(change, old)),
                new Decomposition.Step(Cause.Kind.PLACE, worth.of(now, new Surroundings(true, false))),
                new Decomposition.Step(Cause.Kind.PRICE, worth.of(now, new Surroundings(true, true))));
    }

    /** New backups by the old methods and stores; of a tier that is new, its own. */
    private static List<Workload.Load> placedAs(List<Workload.Load> now, List<Workload.Load> then) {
        var placed = new ArrayList<Workload.Load>();
        for (Workload.Load load : now) {
            Workload.Load old = then.stream()
                    .filter(other -> other.tier() == load.tier())
                    .findFirst()
                    .orElse(load);
            placed.add(new Workload.Load(load.tier(), load.backups(), load.atRest(), old.method(), old.store()));
        }
        return placed;
    }

    /** Another amount of data that changes as it did. */
    private static Terms.Size resized(Terms.Size then, Terms.Size now) {
        return new Terms.Size(
                now.data(),
                now.byMethod(),
                then.change(),
                then.reach(),
                then.deltas(),
                now.growth(),
                now.objects(),
                then.accounting(),
                now.sharedWith());
    }

    private static Decomposition.Worth worth(
            EnvironmentPlan environment, Workload workload, Horizon horizon, Quotes quotes) {
        return Billing.worth(environment, workload, horizon.restOnly(), quotes);
    }
}
