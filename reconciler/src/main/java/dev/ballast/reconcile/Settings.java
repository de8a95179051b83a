package dev.ballast.reconcile;

import dev.ballast.drift.CostDrift;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the loop runs.
 *
 * @param namespace that is watched: Velero's
 * @param environment which Environment this cluster is; absent when there is at most one
 * @param identity of this replica in the election of a leader; absent for a single one without election
 * @param lease how long a leader that is gone is waited for, from 3 s
 * @param threads policies seen to at once, from 1
 * @param costEvery how often costs are counted
 * @param thresholds from when on a drift of cost is told
 * @param inventory how buckets are listed; absent where they are not
 */
public record Settings(
        String namespace,
        @Nullable String environment,
        @Nullable String identity,
        Duration lease,
        int threads,
        Duration costEvery,
        CostDrift.Thresholds thresholds,
        @Nullable Inventory inventory) {
    /** Name of the Lease by which replicas agree on a leader. */
    public static final String LEASE = "ballast-reconciler";

    public Settings {
        if (threads < 1 || lease.compareTo(Duration.ofSeconds(3)) < 0 || costEvery.isNegative() || costEvery.isZero()) {
            throw new IllegalArgumentException("threads from 1, a lease from 3 s, costs at times: %d, %s, %s"
                    .formatted(threads, lease, costEvery));
        }
    }

    /** A single replica in a namespace. */
    public static Settings of(String namespace) {
        return new Settings(
                namespace,
                null,
                null,
                Duration.ofSeconds(15),
                4,
                Duration.ofMinutes(1),
                CostDrift.Thresholds.DEFAULT,
                null);
    }

    public Settings with(Duration countCostsEvery) {
        return new Settings(namespace, environment, identity, lease, threads, countCostsEvery, thresholds, inventory);
    }

    /** The same for one of several replicas. */
    public Settings electedAs(String name, Duration leaseDuration) {
        return new Settings(namespace, environment, name, leaseDuration, threads, costEvery, thresholds, inventory);
    }

    /** The same for a cluster with several Environments. */
    public Settings in(@Nullable String name) {
        return new Settings(namespace, name, identity, lease, threads, costEvery, thresholds, inventory);
    }

    /** The same with buckets listed. */
    public Settings listing(Inventory buckets) {
        return new Settings(namespace, environment, identity, lease, threads, costEvery, thresholds, buckets);
    }
}
