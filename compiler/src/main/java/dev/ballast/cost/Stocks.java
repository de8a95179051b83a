package dev.ballast.cost;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecaster;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Bytes of backups over time, by what they are counted like. */
final class Stocks {
    /** Collection comes once an hour, so half an hour late on average. */
    static final long COLLECTION = Forecaster.COLLECTION_PERIOD.toSeconds() / 2;

    /** Kopia deletes content in two passes at least a day apart, and rewrites a pack only once it is mostly empty: three days or so. */
    static final long UPLOADED = Duration.ofDays(3).toSeconds();

    /** Of what Kopia stores: its indexes, and what half-empty packs still hold. */
    static final int OVERHEAD_PERCENT = 5;

    private final Horizon horizon;
    private final boolean estimateOnly;
    private final long[] bounds;

    /** @param estimateOnly whether nobody asks for the least and the most, which are then as estimated */
    Stocks(Horizon horizon, boolean estimateOnly) {
        this.horizon = horizon;
        this.estimateOnly = estimateOnly;
        this.bounds = horizon.bounds();
    }

    /**
     * What is asked about a stock beside its size.
     *
     * @param lag seconds from expiry until the bytes are gone
     * @param leastLife seconds for which bytes are paid for at least
     */
    record Life(long lag, long leastLife) {
        Life longer(long seconds) {
            return new Life(lag + seconds, leastLife);
        }
    }

    /** Volumes in one chain, or counted by tier, or each backup whole. */
    Stock volumes(List<Workload.Load> loads, Workload workload, Workload.Part part, boolean full, Life life) {
        var data = new Ledger.Data(part.bytes(), part.growth(), workload.from());
        Lineage backups = lineage(loads, life.lag());
        if (full) {
            return exactly(sweep(backups, new Ledger.Full(backups, data), life));
        }
        ChangeCurve curve = workload.curve();
        if (!"perTier".equals(workload.size().accounting())) {
            return around(sweep(backups, new Ledger.Chain(backups, data, curve), life), backups, data, curve, life);
        }
        Lineage latest = lineage(loads, life.lag() + Forecaster.COLLECTION_PERIOD.toSeconds() - COLLECTION);
        long[] increments = loads.stream()
                .mapToLong(load -> curve.bytes(part.bytes(), period(load.tier()).toSeconds()))
                .toArray();
        long whole = data.at(horizon.rest().from());
        StoredBytes estimate = sweep(latest, new Ledger.PerTier(latest, whole, increments), life);
        int[] counts = loads.stream().mapToInt(Workload.Load::atRest).toArray();
        Stock stock = around(estimate, backups, data, curve, life);
        return Arrays.stream(counts).sum() == 0 ? stock : stock.resting(Ledger.PerTier.of(whole, increments, counts));
    }

    /** An estimate between the least and the most that the chain can be. */
    private Stock around(StoredBytes estimate, Lineage backups, Ledger.Data data, ChangeCurve curve, Life life) {
        return estimateOnly
                ? exactly(estimate)
                : Stock.of(
                        sweep(backups, new Ledger.Chain(backups, data, curve.least()), life),
                        estimate,
                        sweep(backups, new Ledger.Chain(backups, data, curve.most()), life),
                        horizon);
    }

    /** The periods by which increments are measured: a month is 30 days here. */
    private static Duration period(Tier tier) {
        return tier == Tier.MONTHLY ? Duration.ofDays(30) : tier.period();
    }

    /** Archives of Kubernetes objects: each backup has its own. */
    Stock objects(List<Workload.Load> loads, long size, Life life) {
        Lineage backups = lineage(loads, life.lag());
        return exactly(sweep(backups, new Ledger.Full(backups, new Ledger.Data(size, 0, 0)), life));
    }

    /** Backups made in each window, as in a month of 730 hours. */
    List<Double> runs(List<Workload.Load> loads) {
        return horizon.windows().stream()
                .map(window -> window.perMonth(loads.stream()
                        .mapToLong(load -> made(load.backups(), window))
                        .sum()))
                .toList();
    }

    private static long made(Backups backups, Horizon.Window window) {
        int end = backups.begun(window.to() - 1);
        long made = 0;
        for (int i = backups.begun(window.from() - 1); i < end; i++) {
            made += backups.good(i) ? 1 : 0;
        }
        return made;
    }

    private Stock exactly(StoredBytes bytes) {
        return Stock.of(bytes, bytes, bytes, horizon);
    }

    private StoredBytes sweep(Lineage backups, Ledger ledger, Life life) {
        return Sweep.of(backups, ledger, bounds, life.leastLife());
    }

    private static Lineage lineage(List<Workload.Load> loads, long lag) {
        return Lineage.of(loads.stream().map(load -> row(load.backups(), lag)).toArray(Lineage.Row[]::new));
    }

    /** The good ones: what a failed run leaves is not foreseen. */
    private static Lineage.Row row(Backups backups, long lag) {
        long early = Forecaster.COLLECTION_PERIOD.toSeconds() - lag;
        var starts = new long[backups.size()];
        var gone = new long[backups.size()];
        int size = 0;
        for (int i = 0; i < backups.size(); i++) {
            if (backups.good(i)) {
                starts[size] = backups.start(i);
                gone[size] = backups.collected(i) - early;
                size++;
            }
        }
        return new Lineage.Row(Arrays.copyOf(starts, size), Arrays.copyOf(gone, size));
    }

    /** How bytes of volumes go away. */
    static Life life(boolean snapshot, long leastLife) {
        return new Life(snapshot ? COLLECTION : UPLOADED, leastLife);
    }

    /** Everything together. */
    static Stock sum(List<Stock> stocks) {
        return stocks.stream().reduce(Stock::plus).orElseThrow();
    }
}
