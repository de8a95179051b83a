package dev.ballast.rules;

import dev.ballast.cost.Calibration;
import dev.ballast.cost.Costs;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.Fleet;
import dev.ballast.policy.PolicySet;
import dev.ballast.price.Prices;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a rule may ask beside its subject. */
public final class Context {
    private final Fleet fleet;
    private final Instant at;
    private final Prices prices;
    /** By environment. Only asked for where there is a budget, and then by several rules, none of them in a parallel stream. */
    private final Map<String, EnvironmentCost> costs = new HashMap<>();

    Context(Fleet fleet, Instant at) {
        this.fleet = fleet;
        this.at = at;
        this.prices = Prices.of(List.of(), fleet.set().priceBooks());
    }

    public Fleet fleet() {
        return fleet;
    }

    /** The instant of the check, for what expires. */
    public Instant at() {
        return at;
    }

    /** Everything as written. */
    public PolicySet set() {
        return fleet.set();
    }

    /** The prices that hold for the input: its own books over the built-in one. */
    public Prices prices() {
        return prices;
    }

    /** What an environment costs, from an empty cluster on. */
    public EnvironmentCost cost(EnvironmentPlan environment) {
        return costs.computeIfAbsent(
                environment.name(),
                name -> Costs.of(
                        environment,
                        policy -> Forecaster.forecast(policy, Scenario.from(at)),
                        prices,
                        Calibration.NOTHING,
                        at));
    }
}
