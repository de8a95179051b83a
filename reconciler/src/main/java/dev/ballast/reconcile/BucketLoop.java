package dev.ballast.reconcile;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.cluster.ClusterView;
import dev.ballast.observed.Observed;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.s3.BucketAddress;
import dev.ballast.s3.Listing;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the buckets of all stores that speak S3, now and then; only while this replica leads, and only where it was asked for. */
@SuppressWarnings("FutureReturnValueIgnored") // the task handles its own failures
final class BucketLoop implements Loop {
    /** How soon a store that is new is found. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(BucketLoop.class);

    private final @Nullable Inventory inventory;
    private final ClusterView view;
    private final Supplier<Desired> desired;
    private final Clock clock;
    private final Consumer<Map<String, Shelf>> listed;
    private final ScheduledExecutorService executor = Loop.thread("buckets");
    private volatile Map<String, Shelf> shelves = Map.of();
    private volatile boolean leading;

    /**
     * @param listed is told after each listing what is known of all stores
     */
    BucketLoop(
            @Nullable Inventory inventory,
            ClusterView view,
            Supplier<Desired> desired,
            Clock clock,
            Consumer<Map<String, Shelf>> listed) {
        this.inventory = inventory;
        this.view = view;
        this.desired = desired;
        this.clock = clock;
        this.listed = listed;
        if (inventory != null) {
            long pause = Math.min(LOOK.toMillis(), inventory.every().toMillis());
            executor.scheduleWithFixedDelay(() -> look(inventory), pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** From now on. */
    void lead() {
        leading = true;
        if (inventory != null) {
            executor.execute(() -> look(inventory));
        }
    }

    /** What is known of a store; nothing where buckets are not listed. */
    @Nullable
    Shelf of(String store) {
        return shelves.get(store);
    }

    /** What lies in the buckets that could be listed, by store. */
    Map<String, BucketLedger> ledgers(Observed observed) {
        if (shelves.isEmpty()) {
            return Map.of();
        }
        Set<String> now = names(observed);
        var ledgers = new TreeMap<String, BucketLedger>();
        shelves.forEach((store, shelf) -> {
            BucketLedger ledger = shelf.without(now);
            if (ledger != null) {
                ledgers.put(store, ledger);
            }
        });
        return ledgers;
    }

    private static Set<String> names(Observed observed) {
        return observed.backups().stream().map(ObservedBackup::name).collect(Collectors.toSet());
    }

    private void look(Inventory buckets) {
        EnvironmentPlan environment = desired.get().environment();
        if (!leading || environment == null || !view.hasVelero()) {
            return;
        }
        try {
            forget(environment);
            for (StorePlan store : environment.stores().values()) {
                Shelf shelf = shelves.getOrDefault(store.name(), Shelf.UNKNOWN);
                BucketAddress address = BucketAddress.of(
                                store, view.location(store.name()).orElse(null))
                        .orElse(null);
                if (leading && address != null && !shelf.next().isAfter(clock.instant())) {
                    list(buckets, address, shelf);
                }
            }
        } catch (RuntimeException bug) {
            LOG.error("buckets cannot be listed", bug);
        }
    }

    private void list(Inventory buckets, BucketAddress address, Shelf shelf) {
        Set<String> known = new HashSet<>(names(view.observed(clock.instant())));
        Listing listing = buckets.reader().read(address);
        known.addAll(names(view.observed(clock.instant())));
        if (!leading) {
            return;
        }
        Shelf after = shelf.after(listing, known, buckets.every(), clock.instant());
        tell(address, shelf, after);
        var all = new TreeMap<>(shelves);
        all.put(address.store(), after);
        shelves = Map.copyOf(all);
        listed.accept(shelves);
    }

    private static void tell(BucketAddress address, Shelf before, Shelf after) {
        if (after.failure() != null && !Objects.equals(after.failure(), before.failure())) {
            LOG.warn("the bucket of the store {} cannot be listed: {}", address.store(), after.failure());
        } else if (after.failure() == null && before.failure() != null) {
            LOG.info("the bucket of the store {} can be listed again", address.store());
        }
        if (!after.gaps().isEmpty() && !after.gaps().equals(before.gaps())) {
            LOG.warn("the bucket of the store {} is listed in part: {}", address.store(), after.gaps());
        }
    }

    private void forget(EnvironmentPlan environment) {
        if (!environment.stores().keySet().containsAll(shelves.keySet())) {
            var left = new TreeMap<>(shelves);
            left.keySet().retainAll(environment.stores().keySet());
            shelves = Map.copyOf(left);
            listed.accept(shelves);
        }
    }

    @Override
    public void close() {
        leading = false;
        executor.shutdownNow();
    }
}
