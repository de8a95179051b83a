package dev.ballast.cost;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.BackupStore;
import dev.ballast.policy.PriceBook;
import dev.ballast.policy.Terms;
import dev.ballast.policy.Volumes;
import dev.ballast.price.Prices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What some backups take and cost at one moment. Volumes are one chain in each place, whatever the accounting of their policy: this is held
 * against what is there.
 */
public final class Deposits {
    /** More than this is taken for a mistake in a size, and counted as this: 1 EiB. */
    private static final long MOST = 1L << 60;

    private final EnvironmentPlan environment;
    private final Quotes expected;
    private final Quotes actual;

    private Deposits(EnvironmentPlan environment, Quotes expected, Quotes actual) {
        this.environment = environment;
        this.expected = expected;
        this.actual = actual;
    }

    /** In the currency that the environment has by its actual prices. */
    public static Deposits of(EnvironmentPlan environment, Prices expected, Prices actual) {
        Quotes now = Quotes.of(environment, actual);
        return new Deposits(environment, new Quotes(expected, now.currency()), now);
    }

    /** Of all money; absent when nothing has a price. */
    public Optional<Currency> currency() {
        return Optional.ofNullable(actual.currency());
    }

    /** Where snapshots are said to stay. */
    public Site snapshots() {
        return new Site(null, Places.snapshots(environment).region(), null);
    }

    /** The policy that counts the volumes of another; nothing when it does itself. */
    public Optional<String> countedIn(BackupPlan plan) {
        return Workloads.countedIn(
                plan,
                name -> environment.policies().stream()
                        .filter(policy -> policy.name().equals(name))
                        .findFirst()
                        .orElse(null));
    }

    /** Seconds for which something of a backup stays at most once it is gone. */
    public long tail(BackupPlan plan) {
        return Places.tail(plan);
    }

    /**
     * Which bytes some backups take.
     *
     * @param amount how much data there is
     * @param changing how it changes
     * @param at epoch second
     */
    public Bytes stored(List<Kept> backups, Terms.Size amount, Terms.Size changing, long at) {
        var filling = new Filling(amount, workload(changing).curve(), at);
        var members = new LinkedHashMap<Deposit, List<Kept>>();
        for (Kept backup : backups) {
            filling.deposits(backup)
                    .forEach(deposit -> members.computeIfAbsent(deposit, d -> new ArrayList<>())
                            .add(backup));
        }
        members.forEach(filling::fill);
        return new Bytes(filling.bins);
    }

    private Workload workload(Terms.Size size) {
        return new Workload(List.of(), List.of(), size, Places.snapshots(environment), null, 0);
    }

    /**
     * What bytes cost a month; what has no price costs nothing here.
     *
     * @param now whether by actual prices, and not by those that were expected
     */
    public Decomposition.Worth worth(Bytes bytes, boolean now) {
        var bySite = new LinkedHashMap<Site, Long>();
        bytes.bins().forEach((bin, held) -> bySite.merge(bin.site(), held, Long::sum));
        BigDecimal monthly = bySite.entrySet().stream()
                .map(held -> monthly(held.getKey(), held.getValue(), now))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Decomposition.Worth(bytes.total(), monthly);
    }

    private BigDecimal monthly(Site site, long bytes, boolean now) {
        Quotes quotes = now ? actual : expected;
        return quote(site, now)
                .flatMap(quote -> Optional.ofNullable(quote.tariff())
                        .flatMap(tariff -> quotes.convert(tariff.monthly(bytes), quote.currency())))
                .orElse(BigDecimal.ZERO);
    }

    /**
     * The price that holds in a place.
     *
     * @param now whether of actual prices, and not of those that were expected
     */
    public Optional<Quote> quote(Site site, boolean now) {
        Quotes quotes = now ? actual : expected;
        Workload.SnapshotPlace place = Places.snapshots(environment);
        return site.store() == null
                ? quotes.snapshots(new Workload.SnapshotPlace(place.key(), site.region(), place.full()))
                : plan(site).flatMap(store -> quotes.store(store, site.region(), site.storageClass()));
    }

    private Optional<StorePlan> plan(Site site) {
        return Optional.ofNullable(site.store())
                .map(name -> environment.stores().get(name));
    }

    /** Seconds for which bytes stay once their backup is gone: in a versioned bucket a deletion only hides. */
    private long tail(Deposit deposit) {
        Integer days = plan(deposit.site())
                .map(store -> store.settings().facts())
                .filter(facts -> Boolean.TRUE.equals(facts.versioning()))
                .map(BackupStore.Facts::noncurrentDays)
                .orElse(null);
        return deposit.lag() + (days == null ? 0 : days * ChangeCurve.DAY);
    }

    /** Puts backups into the places where their bytes lie. */
    private final class Filling {
        private final Workload workload;
        private final ChangeCurve curve;
        private final long at;
        private final Map<Bytes.Bin, Long> bins = new LinkedHashMap<>();

        Filling(Terms.Size amount, ChangeCurve curve, long at) {
            this.workload = workload(amount);
            this.curve = curve;
            this.at = at;
        }

        List<Deposit> deposits(Kept backup) {
            var deposits = new ArrayList<Deposit>();
            if (backup.volumes() && workload.sized()) {
                workload.parts().forEach(part -> volumes(backup, part).ifPresent(deposits::add));
            }
            if (backup.archive() && backup.store() != null) {
                deposits.add(new Deposit(Component.Kind.OBJECTS, backup.store(), null));
            }
            return deposits;
        }

        private Optional<Deposit> volumes(Kept backup, Workload.Part part) {
            Volumes.Method method = part.under(backup.method());
            if (method == null || method == Volumes.Method.NONE) {
                return Optional.empty();
            }
            Site site = method == Volumes.Method.SNAPSHOT ? backup.snapshots() : backup.store();
            return Optional.ofNullable(site).map(where -> new Deposit(Billing.kind(method), where, part.method()));
        }

        void fill(Deposit deposit, List<Kept> backups) {
            add(sort(deposit), deposit.site(), bytes(deposit, backups, tail(deposit)));
            replica(deposit.site())
                    .ifPresent(site -> add(Bytes.Sort.COPIES, site, bytes(deposit, backups, deposit.lag())));
        }

        private Optional<Site> replica(Site site) {
            return plan(site)
                    .flatMap(store -> Places.replica(store, environment))
                    .map(Site::of);
        }

        private void add(Bytes.Sort sort, Site site, long bytes) {
            bins.merge(new Bytes.Bin(sort, site), bytes, Long::sum);
        }

        private long bytes(Deposit deposit, List<Kept> backups, long tail) {
            long[] starts = backups.stream()
                    .filter(backup -> backup.ended() == Kept.STAYS || backup.ended() + tail > at)
                    .mapToLong(Kept::start)
                    .sorted()
                    .toArray();
            if (deposit.isArchive()) {
                return whole(
                        starts.length,
                        Objects.requireNonNullElse(workload.size().objects(), 0L));
            }
            long data = data(deposit);
            long bytes = isFull(deposit) ? whole(starts.length, data) : chain(starts, data);
            return deposit.isUploaded() ? bytes + bytes / 100 * Stocks.OVERHEAD_PERCENT : bytes;
        }

        private long data(Deposit deposit) {
            return workload.parts().stream()
                    .filter(part -> part.method() == deposit.part())
                    .mapToLong(Workload.Part::bytes)
                    .sum();
        }

        private long whole(int backups, long each) {
            return (double) backups * each > MOST ? MOST : backups * each;
        }

        private long chain(long[] starts, long data) {
            if (starts.length == 0) {
                return 0;
            }
            if ((double) data * starts.length > MOST) {
                return MOST;
            }
            long bytes = data;
            for (int i = 1; i < starts.length; i++) {
                bytes += curve.bytes(data, starts[i] - starts[i - 1]);
            }
            return bytes;
        }

        /** By the prices that are expected: whether copies are whole is no matter of their price. */
        private boolean isFull(Deposit deposit) {
            return deposit.kind() == Component.Kind.SNAPSHOTS
                    && (workload.snapshots().full()
                            || quote(deposit.site(), false)
                                    .filter(quote -> quote.price().entry().accounting() == PriceBook.Accounting.FULL)
                                    .isPresent());
        }
    }

    private static Bytes.Sort sort(Deposit deposit) {
        return deposit.isArchive()
                ? Bytes.Sort.ARCHIVES
                : deposit.isUploaded() ? Bytes.Sort.VOLUMES : Bytes.Sort.SNAPSHOTS;
    }
}
