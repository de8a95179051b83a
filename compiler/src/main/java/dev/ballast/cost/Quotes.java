package dev.ballast.cost;

import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.Money;
import dev.ballast.price.Book;
import dev.ballast.price.Converter;
import dev.ballast.price.Price;
import dev.ballast.price.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prices as one environment meets them, in one currency; remembers which were used. For any thread: which were used, and their order, do not depend on who asked first. */
final class Quotes {
    private static final Currency DOLLAR = Currency.getInstance("USD");

    private final Prices prices;
    private final @Nullable Currency currency;
    private final Map<String, Optional<Quote>> found = new ConcurrentSkipListMap<>();
    private final Map<Currency, Optional<Converter.Rate>> rates =
            new ConcurrentSkipListMap<>(Comparator.comparing(Currency::getCurrencyCode));

    Quotes(Prices prices, @Nullable Currency currency) {
        this.prices = prices;
        this.currency = currency;
    }

    /**
     * For an environment: in the currency of its budget, else in that of its prices; where these differ, in dollars if they are among
     * them.
     */
    static Quotes of(EnvironmentPlan environment, Prices prices) {
        var quotes = new Quotes(prices, null);
        Money budget = environment.environment().budget().monthly();
        List<Currency> met = Stream.concat(
                        environment.stores().values().stream()
                                .map(store -> quotes.store(store).orElse(null)),
                        Stream.of(
                                quotes.snapshots(Places.snapshots(environment)).orElse(null)))
                .filter(Objects::nonNull)
                .map(Quote::currency)
                .distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
        Currency first = met.isEmpty() ? null : met.contains(DOLLAR) ? DOLLAR : met.get(0);
        return new Quotes(prices, budget == null ? first : budget.currency());
    }

    @Nullable
    Currency currency() {
        return currency;
    }

    Prices prices() {
        return prices;
    }

    /** The price of the objects in a store: of its storage class where a book has that, else as the store names it. */
    Optional<Quote> store(StorePlan store) {
        return store(store, store.settings().region(), store.settings().facts().storageClass());
    }

    /** The price of the objects in a store that is in another region or has another class than is said of it. */
    Optional<Quote> store(StorePlan store, @Nullable String region, @Nullable String storageClass) {
        String key = store.settings().objectsPrice();
        if (key == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(storageClass)
                .flatMap(name -> find(ofClass(key, name), region))
                .or(() -> find(key, region));
    }

    /** The key of another storage class of the same service: {@code aws/s3/standard} and {@code GLACIER_IR} make {@code aws/s3/glacier-ir}. */
    private static String ofClass(String key, String storageClass) {
        return key.substring(0, key.lastIndexOf('/') + 1)
                + storageClass.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The price of snapshots. */
    Optional<Quote> snapshots(Workload.SnapshotPlace place) {
        return place.key() == null ? Optional.empty() : find(place.key(), place.region());
    }

    /** The prices of traffic out of a store, which some providers list apart: {@code aws/transfer} beside {@code aws/s3/standard}. */
    Optional<Quote> transfer(StorePlan store) {
        String key = store.settings().objectsPrice();
        return key == null
                ? Optional.empty()
                : find(
                        key.substring(0, key.indexOf('/')) + "/transfer",
                        store.settings().region());
    }

    /** A price, by key and exact region. */
    Optional<Quote> find(String key, @Nullable String region) {
        return found.computeIfAbsent(
                key + " " + (region == null ? "" : region),
                k -> prices.find(key, region).map(price -> new Quote(key, region, price)));
    }

    /** An amount in the currency of the environment; nothing when there is no rate. */
    Optional<BigDecimal> convert(BigDecimal amount, Currency from) {
        if (currency == null || from.equals(currency)) {
            return Optional.of(amount);
        }
        return rate(from).map(rate -> amount.multiply(rate.factor()).setScale(Tariff.SCALE, RoundingMode.HALF_EVEN));
    }

    Optional<Converter.Rate> rate(Currency from) {
        Currency to = Objects.requireNonNull(currency);
        return rates.computeIfAbsent(
                from, c -> prices.converter().convert(BigDecimal.ONE, from, to).map(Converter.Converted::rate));
    }

    /** The rates that were used. */
    List<Converter.Rate> conversions() {
        return rates.values().stream().flatMap(Optional::stream).toList();
    }

    /** How many prices of each book were asked for and found, in the order of the books. */
    List<EnvironmentCost.BookUse> uses() {
        Map<Book, Long> counts = used().collect(Collectors.groupingBy(Price::book, Collectors.counting()));
        var uses = new ArrayList<EnvironmentCost.BookUse>();
        for (Book book : prices.books()) {
            long count = counts.getOrDefault(book, 0L);
            if (count > 0) {
                uses.add(new EnvironmentCost.BookUse(book.name(), book.version(), book.asOf(), Math.toIntExact(count)));
            }
        }
        return uses;
    }

    /** How many of the prices found are too old to be trusted. */
    int stale(Instant at) {
        return Math.toIntExact(used().filter(price -> price.isStale(at)).count());
    }

    /** The day on which the oldest of the prices found was read. */
    Optional<LocalDate> oldest() {
        return used().map(Price::asOf).min(Comparator.naturalOrder());
    }

    private Stream<Price> used() {
        return found.values().stream().flatMap(Optional::stream).map(Quote::price);
    }
}
