package dev.ballast.cost;

import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.BackupStore;
import dev.ballast.policy.PriceBook;
import dev.ballast.policy.Tier;
import dev.ballast.policy.Volumes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the bill of one workload: which bytes lie where, and what each place asks for them. */
final class Billing {
    /**
     * Files that Velero writes for each backup: its archive, log, results, list of resources, volume information and so on
     * ({@code pkg/persistence/object_store.go} of Velero 1.18).
     */
    static final int FILES_PER_BACKUP = 12;

    /** What Kopia fills before it writes: 20 MB a pack. */
    static final long PACK = 20_000_000;

    private static final long TOO_MANY = 1L << 60;

    private final EnvironmentPlan environment;
    private final Workload workload;
    private final Horizon horizon;
    private final Quotes quotes;
    private final Stocks stocks;
    private final List<Line> lines = new ArrayList<>();
    private final Map<StorePlan, List<ByteRange>> uploads = new LinkedHashMap<>();
    private final LinkedHashSet<Unknown> unknowns = new LinkedHashSet<>();

    private Billing(
            EnvironmentPlan environment, Workload workload, Horizon horizon, Quotes quotes, boolean estimateOnly) {
        this.environment = environment;
        this.workload = workload;
        this.horizon = horizon;
        this.quotes = quotes;
        this.stocks = new Stocks(horizon, estimateOnly);
    }

    static Bill of(EnvironmentPlan environment, Workload workload, Horizon horizon, Quotes quotes) {
        return new Billing(environment, workload, horizon, quotes, false).bill();
    }

    /** The estimate at rest alone, without the sweeps for the least and the most. */
    static Decomposition.Worth worth(EnvironmentPlan environment, Workload workload, Horizon horizon, Quotes quotes) {
        return new Billing(environment, workload, horizon, quotes, true).bill().worth();
    }

    private Bill bill() {
        volumes();
        objects();
        return new Bill(horizon, lines, List.copyOf(unknowns));
    }

    /** What of one kind lies in one place. */
    private record Place(Component.Kind kind, @Nullable StorePlan store) {
        @Nullable
        String name() {
            return store == null ? null : store.name();
        }
    }

    /** What volumes are called on a bill, by their method. */
    static Component.Kind kind(Volumes.Method method) {
        return switch (method) {
            case SNAPSHOT -> Component.Kind.SNAPSHOTS;
            case SNAPSHOT_MOVE -> Component.Kind.MOVED_DATA;
            case FILE_SYSTEM -> Component.Kind.FILE_SYSTEM;
            case NONE -> throw new IllegalArgumentException("nothing is stored without a method");
        };
    }

    private void volumes() {
        List<Workload.Load> loads = Stream.concat(workload.loads().stream(), workload.guests().stream())
                .toList();
        if (workload.countedIn() != null) {
            places(workload.loads(), new Workload.Part(null, 0, 0)).keySet().forEach(this::countedElsewhere);
            return;
        }
        if (!workload.sized()) {
            places(loads, new Workload.Part(null, 0, 0)).keySet().forEach(this::unsized);
            return;
        }
        var held = new LinkedHashMap<Place, List<Held>>();
        for (Workload.Part part : workload.parts()) {
            places(loads, part)
                    .forEach((place, members) ->
                            held.computeIfAbsent(place, p -> new ArrayList<>()).add(new Held(part, members)));
        }
        held.forEach(this::stored);
    }

    private record Held(Workload.Part part, List<Workload.Load> loads) {}

    /** The places to which a part of the data goes, each with the tiers that take it there. */
    private Map<Place, List<Workload.Load>> places(List<Workload.Load> loads, Workload.Part part) {
        var places = new LinkedHashMap<Place, List<Workload.Load>>();
        for (Workload.Load load : loads) {
            Volumes.Method method = part.under(load.method());
            boolean snapshot = method == Volumes.Method.SNAPSHOT;
            if (method != null && method != Volumes.Method.NONE && (snapshot || load.store() != null)) {
                var place = new Place(kind(method), snapshot ? null : load.store());
                places.computeIfAbsent(place, p -> new ArrayList<>()).add(load);
            }
        }
        return places;
    }

    private void countedElsewhere(Place place) {
        List<ByteRange> none =
                horizon.windows().stream().map(w -> ByteRange.NONE).toList();
        List<MoneyRange> free =
                horizon.windows().stream().map(w -> MoneyRange.NONE).toList();
        lines.add(new Line(place.kind(), null, place.name(), null, none, null, free));
    }

    private void unsized(Place place) {
        lines.add(new Line(place.kind(), null, place.name(), null, null, null, null));
        unknowns.add(new Unknown(place.kind(), place.name(), "how much data there is: `size.data` is not declared"));
    }

    private void stored(Place place, List<Held> parts) {
        long data = parts.stream().mapToLong(held -> held.part().bytes()).sum();
        int backups = parts.stream()
                .flatMap(held -> held.loads().stream())
                .mapToInt(load -> load.backups().size())
                .sum();
        if (data < 0 || (double) data * Math.max(1, backups) > TOO_MANY) {
            lines.add(new Line(place.kind(), null, place.name(), null, null, null, null));
            unknowns.add(new Unknown(place.kind(), place.name(), "how much all of it is together: more than 1 EiB"));
            return;
        }
        Quote quote = quote(place).orElse(null);
        boolean full = place.kind() == Component.Kind.SNAPSHOTS
                && (workload.snapshots().full()
                        || (quote != null && quote.price().entry().accounting() == PriceBook.Accounting.FULL));
        Stocks.Life life = Stocks.life(place.store() == null, quote == null ? 0 : quote.leastLife());
        bill(
                place,
                quote,
                tier(parts),
                life,
                of -> Stocks.sum(
                        parts.stream().map(held -> stock(place, held, full, of)).toList()));
    }

    private Stock stock(Place place, Held held, boolean full, Stocks.Life life) {
        Stock stock = stocks.volumes(held.loads(), workload, held.part(), full, life);
        return place.store() == null ? stock : stock.plusPercent(Stocks.OVERHEAD_PERCENT);
    }

    private static @Nullable Tier tier(List<Held> parts) {
        List<Tier> tiers = parts.stream()
                .flatMap(held -> held.loads().stream())
                .map(Workload.Load::tier)
                .distinct()
                .toList();
        return tiers.size() == 1 ? tiers.get(0) : null;
    }

    private void objects() {
        long size = Objects.requireNonNullElse(workload.size().objects(), 0L);
        var byStore = new LinkedHashMap<StorePlan, List<Workload.Load>>();
        for (Workload.Load load : workload.loads()) {
            if (load.store() != null) {
                byStore.computeIfAbsent(load.store(), s -> new ArrayList<>()).add(load);
            }
        }
        byStore.forEach((store, loads) -> {
            var place = new Place(Component.Kind.OBJECTS, store);
            Quote quote = quote(place).orElse(null);
            var life = new Stocks.Life(Stocks.COLLECTION, quote == null ? 0 : quote.leastLife());
            Tier only = loads.size() == 1 ? loads.get(0).tier() : null;
            bill(place, quote, only, life, of -> stocks.objects(loads, size, of));
            requests(store, quote, loads);
        });
    }

    /** A stock by how long it lives. */
    private interface Counting {
        Stock stock(Stocks.Life life);
    }

    private void bill(Place place, @Nullable Quote quote, @Nullable Tier tier, Stocks.Life life, Counting counting) {
        Stock live = counting.stock(life);
        add(new Place(place.kind(), place.store()), quote, tier, live.held());
        StorePlan store = place.store();
        Stock last = live;
        if (store != null && Boolean.TRUE.equals(store.settings().facts().versioning())) {
            last = noncurrent(store, quote, live, life, counting);
        }
        if (quote != null && quote.leastLife() > 0) {
            add(new Place(Component.Kind.MINIMUM_DURATION, store), quote, null, last.unpaid());
        }
        if (store != null) {
            replicate(store, quote, live);
            if (place.kind() != Component.Kind.OBJECTS) {
                upload(store, live);
            }
        }
    }

    /** In a versioned bucket a deletion only hides: as if everything lived so many days longer. */
    private Stock noncurrent(StorePlan store, @Nullable Quote quote, Stock live, Stocks.Life life, Counting counting) {
        BackupStore.Facts facts = store.settings().facts();
        var place = new Place(Component.Kind.NONCURRENT, store);
        if (facts.noncurrentDays() == null) {
            unknowns.add(new Unknown(
                    place.kind(), store.name(), "how long `%s` keeps old versions".formatted(store.name())));
            return live;
        }
        Stock longer = counting.stock(life.longer(facts.noncurrentDays() * ChangeCurve.DAY));
        add(place, quote, null, longer.heldBeyond(live));
        return longer;
    }

    private void replicate(StorePlan store, @Nullable Quote quote, Stock live) {
        Places.replica(store, environment).ifPresent(replica -> {
            var place = new Place(Component.Kind.REPLICATION, replica);
            add(place, quote(place).orElse(null), null, live.held());
            if (replica.provider() != store.provider()
                    || !Objects.equals(
                            replica.settings().region(), store.settings().region())) {
                transfer(store, replica, quote, live);
            }
        });
    }

    private void transfer(StorePlan store, StorePlan replica, @Nullable Quote quote, Stock live) {
        boolean abroad = replica.provider() != store.provider();
        PriceBook.PerUnit price = Stream.concat(Stream.ofNullable(quote), quotes.transfer(store).stream())
                .map(q -> q.price().entry().egress())
                .map(egress -> abroad ? egress.internet() : egress.region())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (price == null || quote == null) {
            unknowns.add(new Unknown(
                    Component.Kind.TRANSFER,
                    store.name(),
                    "what traffic from `%s` to `%s` costs".formatted(store.name(), replica.name())));
            return;
        }
        merge(new Line(
                Component.Kind.TRANSFER,
                null,
                store.name(),
                quote,
                live.came(),
                null,
                money(live.came(), quote, bytes -> Quote.traffic(price, bytes))));
    }

    private void requests(StorePlan store, @Nullable Quote quote, List<Workload.Load> loads) {
        PriceBook.PerRequests price =
                quote == null ? null : quote.price().entry().requests().write();
        if (price == null || quote == null) {
            return;
        }
        List<ByteRange> packs = uploads.get(store);
        List<Double> runs = stocks.runs(loads);
        List<ByteRange> counts = IntStream.range(0, runs.size())
                .mapToObj(i -> {
                    ByteRange files = ByteRange.exactly(Math.round(runs.get(i) * FILES_PER_BACKUP));
                    return packs == null ? files : files.plus(packs.get(i));
                })
                .toList();
        List<MoneyRange> money = money(counts, quote, count -> Quote.requests(price, BigDecimal.valueOf(count)));
        BigDecimal count = BigDecimal.valueOf(counts.get(0).estimate());
        lines.add(new Line(Component.Kind.REQUESTS, null, store.name(), quote, null, count, money));
    }

    /** A write for each pack that an upload fills. */
    private void upload(StorePlan store, Stock live) {
        List<ByteRange> packs = live.came().stream()
                .map(came -> new ByteRange(came.low() / PACK, came.estimate() / PACK, came.high() / PACK))
                .toList();
        uploads.merge(
                store,
                packs,
                (some, more) -> IntStream.range(0, some.size())
                        .mapToObj(i -> some.get(i).plus(more.get(i)))
                        .toList());
    }

    private Optional<Quote> quote(Place place) {
        return place.store() == null ? quotes.snapshots(workload.snapshots()) : quotes.store(place.store());
    }

    private void add(Place place, @Nullable Quote quote, @Nullable Tier tier, List<ByteRange> bytes) {
        Tariff tariff = quote == null ? null : quote.tariff();
        List<MoneyRange> money = tariff == null || quote == null ? null : money(bytes, quote, tariff::monthly);
        if (money == null) {
            unknowns.add(new Unknown(place.kind(), place.name(), reason(place, quote)));
        }
        merge(new Line(place.kind(), tier, place.name(), quote, bytes, null, money));
    }

    private @Nullable List<MoneyRange> money(
            List<ByteRange> bytes, Quote quote, java.util.function.LongFunction<BigDecimal> price) {
        if (quotes.convert(BigDecimal.ONE, quote.currency()).isEmpty()) {
            return null;
        }
        return bytes.stream()
                .map(range -> MoneyRange.of(
                        range,
                        b -> quotes.convert(price.apply(b), quote.currency()).orElseThrow()))
                .toList();
    }

    /** Lines of one kind in one store are one line: archives and uploads have the same kinds of tails. */
    private void merge(Line line) {
        for (int i = 0; i < lines.size(); i++) {
            Line other = lines.get(i);
            if (other.kind() == line.kind() && Objects.equals(other.store(), line.store())) {
                lines.set(i, other.plus(line));
                return;
            }
        }
        lines.add(line);
    }

    private String reason(Place place, @Nullable Quote quote) {
        if (quote != null) {
            return quote.tariff() == null
                    ? "what a month of storage costs: `%s` has no price for it".formatted(quote.key())
                    : "what it is in `%s`: no book has a rate for `%s`"
                            .formatted(Objects.requireNonNull(quotes.currency()), quote.currency());
        }
        StorePlan store = place.store();
        String key =
                store == null ? workload.snapshots().key() : store.settings().objectsPrice();
        String region =
                store == null ? workload.snapshots().region() : store.settings().region();
        if (key == null) {
            return store == null
                    ? "what snapshots cost: the environment declares no `snapshotPrice`"
                    : "what storage costs: store `%s` declares no `prices.objects`".formatted(store.name());
        }
        return "what `%s` costs in %s: no book says"
                .formatted(key, region == null ? "an unknown region" : "`" + region + "`");
    }
}
