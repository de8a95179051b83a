package dev.ballast.change;

import dev.ballast.cost.Calibration;
import dev.ballast.cost.Cause;
import dev.ballast.cost.Costs;
import dev.ballast.cost.Decomposition;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.cost.PolicyCost;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.price.Prices;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Bills of one side of a comparison, by simulation. */
public final class CostBills implements Bills {
    /** For so many policies is said why their money moves: those after them are not shown anywhere but in JSON. */
    private static final int EXPLAINED = 200;

    private final Prices prices;
    private final Calibration calibration;
    private final Instant at;
    private final @Nullable CostBills other;
    private final Map<String, Costs.Side> sides = new ConcurrentHashMap<>();
    private final Map<String, EnvironmentCost> costs = new ConcurrentHashMap<>();

    /**
     * Bills at the prices of a side.
     *
     * @param other the side that was billed before; policies that run there as here are not simulated again
     */
    public CostBills(Prices prices, Instant at, @Nullable CostBills other) {
        this(prices, Calibration.NOTHING, at, other);
    }

    /** The same with what was measured of some policies. */
    public CostBills(Prices prices, Calibration calibration, Instant at, @Nullable CostBills other) {
        this.prices = prices;
        this.calibration = calibration;
        this.at = at;
        this.other = other;
    }

    @Override
    public Optional<OfEnvironment> of(EnvironmentPlan environment) {
        String name = environment.declared() ? environment.name() : "";
        Map<String, Forecast> known = other == null ? Map.of() : other.forecasts(name);
        List<Forecast> forecasts = environment.policies().parallelStream()
                .map(plan -> forecast(plan, known.get(plan.name())))
                .toList();
        EnvironmentCost cost = Costs.of(environment, forecasts, prices, calibration, at);
        sides.put(name, new Costs.Side(environment, forecasts, prices, calibration));
        costs.put(name, cost);
        Map<String, Bill> policies = new HashMap<>();
        cost.policies().forEach(policy -> policies.put(policy.policy(), bill(policy)));
        return Optional.of(new OfEnvironment(total(cost), policies));
    }

    private Map<String, Forecast> forecasts(String environment) {
        Map<String, Forecast> byPolicy = new HashMap<>();
        Costs.Side side = sides.get(environment);
        if (side != null) {
            side.forecasts().forEach(forecast -> byPolicy.put(forecast.plan().name(), forecast));
        }
        return byPolicy;
    }

    private Forecast forecast(BackupPlan plan, @Nullable Forecast known) {
        return known != null && Alike.inEverythingThatCosts(known.plan(), plan)
                ? known
                : Forecaster.forecast(plan, Scenario.from(at));
    }

    private static Bill bill(PolicyCost cost) {
        boolean priced = cost.components().stream().anyMatch(component -> component.monthly() != null);
        var ramp = new ArrayList<Bill.Month>();
        cost.ramp()
                .forEach(month -> ramp.add(new Bill.Month(
                        month.month(),
                        month.monthly().rounded(EnvironmentCost.DIGITS).estimate())));
        var savings = new ArrayList<Bill.Saving>();
        cost.tiers()
                .forEach(tier -> savings.add(new Bill.Saving(
                        tier.tier(),
                        MoneyRange.exactly(tier.monthly())
                                .rounded(EnvironmentCost.DIGITS)
                                .estimate())));
        return new Bill(
                cost.stored().estimate(),
                priced ? charge(cost.currency(), cost.monthly()) : null,
                priced ? ramp : List.of(),
                priced ? savings : List.of(),
                cost.assumptions().size(),
                cost.unknowns().size());
    }

    private static Bill total(EnvironmentCost cost) {
        return new Bill(
                cost.policies().stream()
                        .mapToLong(policy -> policy.stored().estimate())
                        .sum(),
                charge(cost.currency(), cost.total()),
                List.of(),
                List.of(),
                cost.policies().stream()
                        .mapToInt(policy -> policy.assumptions().size())
                        .sum(),
                cost.policies().stream()
                        .mapToInt(policy -> policy.unknowns().size())
                        .sum());
    }

    private static Bill.@Nullable Charge charge(@Nullable Currency currency, MoneyRange range) {
        if (currency == null) {
            return null;
        }
        MoneyRange shown = range.rounded(EnvironmentCost.DIGITS);
        return new Bill.Charge(currency, shown.low(), shown.estimate(), shown.high());
    }

    /**
     * The books of the new side, and why the money of policies moves.
     *
     * @param before what the old side was billed with; absent when that is not known
     */
    public static Basis basis(@Nullable CostBills before, CostBills after, ChangeSet changes) {
        var books = new LinkedHashSet<EnvironmentCost.BookUse>();
        new TreeMap<>(after.costs).values().forEach(cost -> books.addAll(cost.books()));
        int stale = after.costs.values().stream()
                .mapToInt(EnvironmentCost::stale)
                .max()
                .orElse(0);
        Map<String, List<Cause>> causes = new HashMap<>();
        for (EnvironmentChange environment : changes.environments()) {
            Costs.Side base = before == null ? null : before.side(environment.before());
            Costs.Side head = after.side(environment.after());
            if (base != null && head != null) {
                causes.putAll(causes(environment, base, head));
            }
        }
        return new Basis(List.copyOf(books), stale, causes);
    }

    private Costs.@Nullable Side side(@Nullable EnvironmentState state) {
        return state == null ? null : sides.get(state.name() == null ? "" : state.name());
    }

    private static Map<String, List<Cause>> causes(EnvironmentChange environment, Costs.Side base, Costs.Side head) {
        Map<String, List<Cause>> causes = new ConcurrentHashMap<>();
        List<PolicyChange> moved = environment.policies().stream()
                .filter(policy -> Spending.delta(PlanText.bill(policy.before()), PlanText.bill(policy.after()))
                        .isPresent())
                .limit(EXPLAINED)
                .toList();
        moved.parallelStream()
                .forEach(policy -> causes.put(
                        Basis.key(environment.name(), policy.policy()),
                        shown(Costs.difference(base, head, policy.policy()), policy)));
        return causes;
    }

    /**
     * Causes that add up to the difference of the two sums as they are shown. Rounding each sum and rounding the difference may part by a
     * cent, which goes to the greatest cause.
     */
    private static List<Cause> shown(Decomposition difference, PolicyChange policy) {
        var causes = new ArrayList<>(difference.shown(EnvironmentCost.DIGITS));
        BigDecimal sum = causes.stream().map(Cause::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Spending.delta(PlanText.bill(policy.before()), PlanText.bill(policy.after()))
                .map(delta -> delta.amount().subtract(sum))
                .filter(rest -> rest.signum() != 0 && !causes.isEmpty())
                .ifPresent(rest -> {
                    Cause greatest = Collections.max(
                            causes,
                            Comparator.comparing((Cause cause) -> cause.amount().abs()));
                    causes.set(
                            causes.indexOf(greatest),
                            new Cause(
                                    greatest.kind(),
                                    greatest.bytes(),
                                    greatest.amount().add(rest)));
                });
        return List.copyOf(causes);
    }
}
