package dev.ballast.cost;

import dev.ballast.forecast.Forecast;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Tier;
import dev.ballast.price.Prices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What backups cost. */
public final class Costs {
    private final EnvironmentPlan environment;
    private final Workloads workloads;
    private final Quotes quotes;

    private final Calibration calibration;

    private Costs(EnvironmentPlan environment, Workloads workloads, Prices prices, Calibration calibration) {
        this.environment = environment;
        this.calibration = calibration;
        this.workloads = workloads;
        this.quotes = Quotes.of(environment, prices);
    }

    /**
     * What an environment costs.
     *
     * @param forecasts one for each policy of it, all from the same time
     * @param at for the age of prices
     */
    public static EnvironmentCost of(EnvironmentPlan environment, List<Forecast> forecasts, Prices prices, Instant at) {
        return of(environment, forecasts, prices, Calibration.NOTHING, at);
    }

    /** The same with what was measured of some policies, instead of what they declare. */
    public static EnvironmentCost of(
            EnvironmentPlan environment, List<Forecast> forecasts, Prices prices, Calibration calibration, Instant at) {
        return new Costs(environment, Workloads.of(environment, forecasts, calibration), prices, calibration)
                .environment(at);
    }

    /**
     * The same where nobody else needs the forecasts: those of thousands of policies would take hundreds of megabytes.
     *
     * @param forecasts makes that of a policy, always from the same time; called more than once for one whose volumes others count
     */
    public static EnvironmentCost of(
            EnvironmentPlan environment,
            Function<BackupPlan, Forecast> forecasts,
            Prices prices,
            Calibration calibration,
            Instant at) {
        return new Costs(environment, Workloads.of(environment, forecasts, calibration), prices, calibration)
                .environment(at);
    }

    private EnvironmentCost environment(Instant at) {
        List<Billed> billed = workloads.policies().parallelStream()
                .map(policy -> billed(workloads.forecast(policy).orElseThrow()))
                .toList();
        List<PolicyCost> policies = billed.stream().map(Billed::cost).toList();
        Shared shared = Shared.of(environment, billed.stream().map(Billed::bill).toList(), quotes);
        MoneyRange total = MoneyRange.NONE;
        for (PolicyCost policy : policies) {
            total = total.plus(policy.monthly().rounded(EnvironmentCost.DIGITS));
        }
        for (Component component : shared.components()) {
            MoneyRange monthly = component.monthly();
            total = monthly == null ? total : total.plus(monthly.rounded(EnvironmentCost.DIGITS));
        }
        return new EnvironmentCost(
                environment.name(),
                at,
                quotes.currency(),
                total,
                policies,
                shared.components(),
                quotes.conversions(),
                quotes.uses(),
                quotes.stale(at),
                quotes.oldest().orElse(null));
    }

    private record Billed(Bill bill, PolicyCost cost) {}

    private Billed billed(Forecast forecast) {
        Workload workload = workloads.of(forecast);
        Bill bill = Billing.of(environment, workload, Workloads.horizon(forecast), quotes);
        return new Billed(bill, policy(forecast, workload, bill));
    }

    private PolicyCost policy(Forecast forecast, Workload workload, Bill bill) {
        var ramp = new ArrayList<PolicyCost.Month>();
        List<Horizon.Window> months = bill.horizon().months();
        for (int i = 0; i < months.size(); i++) {
            ramp.add(new PolicyCost.Month(months.get(i).month(), bill.stored(i + 1), bill.monthly(i + 1)));
        }
        return new PolicyCost(
                forecast.plan().name(),
                quotes.currency(),
                forecast.restorePoints().atRest(),
                bill.stored(0),
                bill.monthly(0),
                bill.lines().stream().map(Line::component).toList(),
                tiers(forecast, workload, bill),
                ramp,
                forecast.restorePoints().steadyFrom() == null
                        ? null
                        : Instant.ofEpochSecond(bill.horizon().rest().from()),
                Assumptions.of(
                        forecast,
                        workload,
                        bill,
                        calibration.policy(forecast.plan().name()).orElse(null)),
                bill.unknowns());
    }

    /** What each tier adds: the bill with it less the bill without. */
    private List<PolicyCost.TierCost> tiers(Forecast forecast, Workload workload, Bill bill) {
        Decomposition.Worth all = bill.worth();
        var tiers = new ArrayList<PolicyCost.TierCost>();
        for (Tier tier :
                workload.loads().stream().map(Workload.Load::tier).distinct().toList()) {
            Decomposition.Worth rest = Billing.worth(
                    environment, workload.without(tier), bill.horizon().restOnly(), quotes);
            tiers.add(new PolicyCost.TierCost(
                    tier,
                    forecast.restorePoints().tiersAtRest().getOrDefault(tier, 0),
                    all.bytes() - rest.bytes(),
                    all.monthly().subtract(rest.monthly())));
        }
        return tiers;
    }

    /**
     * One side of a comparison.
     *
     * @param forecasts of all policies of the environment, from the same time on both sides
     * @param calibration what was measured of its policies
     */
    public record Side(EnvironmentPlan environment, List<Forecast> forecasts, Prices prices, Calibration calibration) {
        /** A side of which nothing was measured. */
        public Side(EnvironmentPlan environment, List<Forecast> forecasts, Prices prices) {
            this(environment, forecasts, prices, Calibration.NOTHING);
        }

        public Side {
            forecasts = List.copyOf(forecasts);
        }
    }

    /**
     * Why a policy costs more or less at rest than it did. A side that does not have the policy counts as nothing. Money is in the
     * currency of the head, and prices alone explain nothing but the last cause.
     */
    public static Decomposition difference(Side base, Side head, String policy) {
        return Differences.of(base, head, policy);
    }
}
