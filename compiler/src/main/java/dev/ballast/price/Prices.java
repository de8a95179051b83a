package dev.ballast.price;

import dev.ballast.policy.PriceBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All prices that hold: those of the user over those of the site over those that ship with Ballast. An entry replaces what lies below of
 * the same key and region; one without regions replaces all of the key. Within a layer the entry that names the region wins over the one
 * that names none, and else the first.
 */
public final class Prices {
    private final List<Book> books;
    /** By layer, key and region (empty for everywhere): the entry as written in its book. */
    private final Map<Book.Layer, Map<String, Map<String, Written>>> entries = new LinkedHashMap<>();

    private record Written(Book book, PriceBook.Entry entry) {}

    private Prices(List<Book> books) {
        this.books = List.copyOf(books);
        for (Book book : books) {
            Map<String, Map<String, Written>> layer = entries.computeIfAbsent(book.layer(), l -> new LinkedHashMap<>());
            for (PriceBook.Entry entry : book.document().entries()) {
                Map<String, Written> byRegion = layer.computeIfAbsent(entry.key(), k -> new LinkedHashMap<>());
                for (String region : regions(entry)) {
                    byRegion.putIfAbsent(region, new Written(book, entry));
                }
            }
        }
    }

    /** The books of a user and a site, and below them the built-in one. */
    public static Prices of(List<PriceBook> user, List<PriceBook> site) {
        return of(user, site, List.of(BuiltInBook.get()));
    }

    static Prices of(List<PriceBook> user, List<PriceBook> site, List<PriceBook> builtIn) {
        var books = new ArrayList<Book>();
        user.forEach(document -> books.add(new Book(Book.Layer.USER, document)));
        site.forEach(document -> books.add(new Book(Book.Layer.SITE, document)));
        builtIn.forEach(document -> books.add(new Book(Book.Layer.BUILT_IN, document)));
        return new Prices(books);
    }

    /**
     * The price of a key in exactly this region, or one that holds everywhere; never that of a neighbour.
     *
     * @param region absent when not known: then only a price that holds everywhere is found
     */
    public Optional<Price> find(String key, @Nullable String region) {
        for (Map<String, Map<String, Written>> layer : entries.values()) {
            Map<String, Written> byRegion = layer.getOrDefault(key, Map.of());
            Written found = region == null ? null : byRegion.get(region);
            Written here = found == null ? byRegion.get("") : found;
            if (here != null) {
                return Optional.of(Price.of(
                        here.book(), here.entry(), found == null || region == null ? List.of() : List.of(region)));
            }
        }
        return Optional.empty();
    }

    /** Every price that can be found, each once with all its regions, sorted by key, and then as the books have them. */
    public List<Price> all() {
        var all = new ArrayList<Price>();
        Map<String, Set<String>> hidden = new LinkedHashMap<>();
        for (Map<String, Map<String, Written>> layer : entries.values()) {
            layer.forEach((key, byRegion) -> {
                Set<String> above = hidden.computeIfAbsent(key, k -> new HashSet<>());
                if (!above.contains("")) {
                    all.addAll(visible(byRegion, above));
                    above.addAll(byRegion.keySet());
                }
            });
        }
        all.sort(Comparator.comparing(Price::key));
        return Collections.unmodifiableList(all);
    }

    private static List<Price> visible(Map<String, Written> byRegion, Set<String> above) {
        Map<Written, List<String>> regions = new LinkedHashMap<>();
        byRegion.forEach((region, written) -> {
            if (!above.contains(region)) {
                regions.computeIfAbsent(written, w -> new ArrayList<>()).add(region);
            }
        });
        var visible = new ArrayList<Price>();
        regions.forEach((written, named) ->
                visible.add(Price.of(written.book(), written.entry(), named.contains("") ? List.of() : named)));
        return visible;
    }

    /** The keys that any book has, sorted. */
    public Set<String> keys() {
        var keys = new TreeSet<String>();
        entries.values().forEach(layer -> keys.addAll(layer.keySet()));
        return keys;
    }

    /** The books from the one that wins to the built-in one. */
    public List<Book> books() {
        return books;
    }

    /** What is older than {@link Price#STALE} at an instant. */
    public List<Price> stale(Instant at) {
        return all().stream().filter(price -> price.isStale(at)).toList();
    }

    /** Conversions by the rates of these books. */
    public Converter converter() {
        return new Converter(books);
    }

    /** As the maps know them: everywhere is the empty text. */
    private static List<String> regions(PriceBook.Entry entry) {
        return entry.regions().isEmpty() ? List.of("") : entry.regions();
    }
}
