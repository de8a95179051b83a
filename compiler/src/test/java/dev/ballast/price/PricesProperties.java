package dev.ballast.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.policy.PriceBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Layers and lookups, held against the rule as one would say it. */
class PricesProperties {
    private static final List<String> KEYS = List.of("a/x", "a/y", "b/x");
    private static final List<String> REGIONS = List.of("north", "south", "south-1");
    private static final PriceBook SAMPLE = Books.of("sample", Books.entry("a/x", List.of(), "1"));

    /** Entries of a book before they have prices: a key and its regions each. */
    record Draft(String key, Set<String> regions) {}

    @Property(tries = 500)
    void whatIsFoundIsWhatTheHighestLayerSays(
            @ForAll("layers") List<List<Draft>> layers,
            @ForAll("keys") String key,
            @ForAll("somewhere") String region) {
        List<PriceBook> books = books(layers);
        Optional<String> found = prices(books).find(key, region).map(PricesProperties::price);
        Optional<String> expected =
                books.stream().flatMap(book -> said(book, key, region).stream()).findFirst();
        assertThat(found).isEqualTo(expected);
    }

    @Property(tries = 500)
    void aPriceIsNeverThatOfAnotherKeyOrRegion(
            @ForAll("layers") List<List<Draft>> layers,
            @ForAll("keys") String key,
            @ForAll("somewhere") String region) {
        prices(books(layers)).find(key, region).ifPresent(price -> {
            assertThat(price.key()).isEqualTo(key);
            List<String> written = price.entry().regions();
            assertThat(written.isEmpty() || written.contains(region)).isTrue();
            assertThat(price.regions()).isEqualTo(written.isEmpty() ? List.of() : List.of(region));
        });
    }

    @Property(tries = 200)
    void withoutARegionOnlyPricesOfEverywhereAreFound(
            @ForAll("layers") List<List<Draft>> layers, @ForAll("keys") String key) {
        prices(books(layers))
                .find(key, null)
                .ifPresent(price -> assertThat(price.entry().regions()).isEmpty());
    }

    @Property(tries = 500)
    void theListHoldsWhatCanBeFoundAndEachPlaceOnce(@ForAll("layers") List<List<Draft>> layers) {
        Prices prices = prices(books(layers));
        var listed = new HashSet<String>();
        for (Price price : prices.all()) {
            for (@Nullable String region : price.regions().isEmpty() ? nowhere() : List.copyOf(price.regions())) {
                assertThat(listed.add(price.key() + " " + region)).isTrue();
                assertThat(prices.find(price.key(), region).map(PricesProperties::price))
                        .contains(price(price));
            }
        }
        for (String key : KEYS) {
            for (String region : REGIONS) {
                boolean held = listed.contains(key + " " + region) || listed.contains(key + " null");
                assertThat(prices.find(key, region).isPresent()).isEqualTo(held);
            }
        }
    }

    @Property(tries = 200)
    void anotherLayerAboveChangesOnlyWhatItNames(
            @ForAll("layers") List<List<Draft>> layers,
            @ForAll("draft") Draft above,
            @ForAll("keys") String key,
            @ForAll("somewhere") String region) {
        List<PriceBook> below = books(layers);
        PriceBook own = book(List.of(above), new AtomicInteger(1000));
        var both = Prices.of(List.of(own), below, List.of());
        boolean names = above.key().equals(key)
                && (above.regions().isEmpty() || above.regions().contains(region));
        Optional<String> expected =
                names ? Optional.of("1000") : site(below).find(key, region).map(PricesProperties::price);
        assertThat(both.find(key, region).map(PricesProperties::price)).isEqualTo(expected);
    }

    private static List<@Nullable String> nowhere() {
        var one = new ArrayList<@Nullable String>();
        one.add(null);
        return one;
    }

    /** Of one book: the first entry of the key that names the region, else the first that names none. */
    private static Optional<String> said(PriceBook book, String key, String region) {
        return Stream.concat(
                        book.entries().stream().filter(e -> e.regions().contains(region)),
                        book.entries().stream().filter(e -> e.regions().isEmpty()))
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .map(entry -> price(entry));
    }

    private static String price(Price price) {
        return price(price.entry());
    }

    private static String price(PriceBook.Entry entry) {
        PriceBook.Base base = entry.base();
        return base == null ? "" : base.price().toPlainString();
    }

    /** The first book is the user's, the second the site's, the third is built in. */
    private static Prices prices(List<PriceBook> books) {
        return Prices.of(books.subList(0, 1), books.subList(1, 2), books.subList(2, 3));
    }

    private static Prices site(List<PriceBook> books) {
        return Prices.of(List.of(), books, List.of());
    }

    private static List<PriceBook> books(List<List<Draft>> layers) {
        var next = new AtomicInteger();
        return layers.stream().map(drafts -> book(drafts, next)).toList();
    }

    /** Every entry has a price of its own. */
    private static PriceBook book(List<Draft> drafts, AtomicInteger next) {
        PriceBook.Entry sample = SAMPLE.entries().get(0);
        return new PriceBook(
                SAMPLE.meta(),
                "1",
                LocalDate.of(2026, 11, 1),
                SAMPLE.currency(),
                Map.of(),
                drafts.stream()
                        .map(draft -> new PriceBook.Entry(
                                draft.key(),
                                List.copyOf(draft.regions()),
                                sample.currency(),
                                sample.accounting(),
                                null,
                                sample.requests(),
                                null,
                                sample.egress(),
                                sample.minimum(),
                                new PriceBook.Base(BigDecimal.valueOf(next.getAndIncrement()), 0),
                                0,
                                BigDecimal.ZERO,
                                null,
                                null,
                                sample.place()))
                        .toList());
    }

    @Provide
    Arbitrary<List<List<Draft>>> layers() {
        return draft().list().ofMaxSize(5).list().ofSize(3);
    }

    @Provide
    Arbitrary<Draft> draft() {
        return Combinators.combine(keys(), Arbitraries.of(REGIONS).set().ofMaxSize(3))
                .as(Draft::new);
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(KEYS);
    }

    @Provide
    Arbitrary<String> somewhere() {
        return Arbitraries.of("north", "south", "south-1", "west");
    }
}
