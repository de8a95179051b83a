package dev.ballast.reconcile;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.cluster.ClusterView;
import dev.ballast.cost.Calibration;
import dev.ballast.cost.Costs;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.cost.MoneyRange;
import dev.ballast.drift.CostBasis;
import dev.ballast.drift.CostDrifts;
import dev.ballast.drift.Drifts;
import dev.ballast.drift.Expenses;
import dev.ballast.drift.TierLife;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.observed.Observed;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Tier;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what everything costs, now and then and apart from the policies: volumes are shared and prices have tiers, so that no policy can be
 * counted alone.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the task handles its own failures
final class CostLoop implements Loop {
    private static final Logger LOG = LoggerFactory.getLogger(CostLoop.class);

    /** How soon to look again whether everything was read, so that it can be counted for the first time. */
    private static final Duration SOON = Duration.ofMillis(100);

    /** What changes within this time is counted together. */
    private static final Duration TOGETHER = Duration.ofSeconds(1);

    /** So many times as long as it takes to count is not counted again when something changes. */
    private static final int REST = 10;

    private final ClusterView view;
    private final Supplier<Desired> desired;
    private final Settings settings;
    private final Clock clock;
    private final Consumer<String> changed;
    private final Function<Observed, Map<String, BucketLedger>> ledgers;
    private final ScheduledExecutorService executor = Loop.thread("costs");
    private volatile Map<String, Money> money = Map.of();
    private volatile boolean counted;
    private volatile Duration pause = TOGETHER;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile @Nullable AtRest atRest;

    /**
     * What was counted of one state of what is wanted, which this does not keep.
     *
     * @param policies what each costs a month
     */
    private record AtRest(
            WeakReference<Desired> of,
            @Nullable Currency currency,
            Map<String, MoneyRange> policies,
            @Nullable LocalDate oldest) {}

    /**
     * @param ledgers what was listed in buckets, by store
     * @param changed is told the name of each policy of which a figure is other than before
     */
    CostLoop(
            ClusterView view,
            Supplier<Desired> desired,
            Settings settings,
            Clock clock,
            Function<Observed, Map<String, BucketLedger>> ledgers,
            Consumer<String> changed) {
        this.ledgers = ledgers;
        this.view = view;
        this.desired = desired;
        this.settings = settings;
        this.clock = clock;
        this.changed = changed;
        long every = settings.costEvery().toMillis();
        executor.execute(this::first);
        executor.scheduleWithFixedDelay(this::count, every, every, TimeUnit.MILLISECONDS);
    }

    /**
     * Whether it was counted since the start. A status that is made before would take back what the last one said, to say the same again
     * a little later.
     */
    boolean isCounted() {
        return counted;
    }

    /** What a policy costs, as last counted. */
    Money of(String policy) {
        return money.getOrDefault(policy, Money.UNKNOWN);
    }

    /** The day on which the oldest price in use was read; absent while none is. */
    Optional<LocalDate> oldestPrice() {
        return Optional.ofNullable(atRest).map(AtRest::oldest);
    }

    private void first() {
        if (isKnown() && !desired.get().isNothing()) {
            count();
            // Also where there was nothing to count.
            counted = true;
        } else {
            executor.schedule(this::first, SOON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Whether everything was read that counts. Of half of it figures would come that are taken back as soon as the rest is there. */
    private boolean isKnown() {
        return view.isSynced() && view.knowsVelero() && view.knowsVolumes();
    }

    /** Counts soon: something else is wanted, or a bucket was listed. */
    void ask() {
        if (!executor.isShutdown() && asked.compareAndSet(false, true)) {
            executor.schedule(this::again, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void again() {
        asked.set(false);
        long begun = System.nanoTime();
        count();
        Duration rest = Duration.ofNanos(System.nanoTime() - begun).multipliedBy(REST);
        pause = rest.compareTo(TOGETHER) > 0 ? rest : TOGETHER;
    }

    private void count() {
        Desired wanted = desired.get();
        EnvironmentPlan environment = wanted.environment();
        if (environment == null || !isKnown()) {
            return;
        }
        try {
            Map<String, Money> now = count(wanted, environment, clock.instant());
            Map<String, Money> before = money;
            money = now;
            counted = true;
            now.forEach((policy, figures) -> {
                if (!figures.isAlike(before.getOrDefault(policy, Money.UNKNOWN))) {
                    changed.accept(policy);
                }
            });
        } catch (RuntimeException bug) {
            LOG.error("costs cannot be counted", bug);
        }
    }

    private Map<String, Money> count(Desired wanted, EnvironmentPlan environment, Instant at) {
        AtRest cost = atRest(wanted, environment, at);
        Expenses expenses = view.hasVelero() ? expenses(wanted, environment, at) : Expenses.UNKNOWN;
        var figures = new TreeMap<String, Money>();
        cost.policies()
                .forEach((policy, monthly) -> figures.put(
                        policy,
                        new Money(
                                cost.currency(),
                                cost.currency() == null ? null : monthly,
                                expenses.policies().get(policy))));
        return Map.copyOf(figures);
    }

    private AtRest atRest(Desired wanted, EnvironmentPlan environment, Instant at) {
        AtRest known = atRest;
        if (known != null && known.of.refersTo(wanted)) {
            return known;
        }
        EnvironmentCost cost = Costs.of(
                environment,
                plan -> Forecaster.forecast(plan, Scenario.from(at)),
                wanted.prices(),
                Calibration.NOTHING,
                at);
        var monthly = new HashMap<String, MoneyRange>();
        cost.policies().forEach(policy -> monthly.put(policy.policy(), policy.monthly()));
        var counting = new AtRest(new WeakReference<>(wanted), cost.currency(), Map.copyOf(monthly), cost.oldest());
        atRest = counting;
        return counting;
    }

    private Expenses expenses(Desired wanted, EnvironmentPlan environment, Instant at) {
        Observed observed = view.observed(at);
        Map<String, Map<Tier, TierLife>> lives = Drifts.lives(
                environment,
                observed,
                RecordedLives.of(List.copyOf(view.language().values())));
        return CostDrifts.of(CostBasis.of(environment, lives, observed, wanted.prices(), settings.thresholds(), at)
                .with(ledgers.apply(observed)));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
