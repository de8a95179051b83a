package dev.ballast.price;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.policy.PriceBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the prices of some books and those of others, by key and region; where several regions differ alike they are one
 * change.
 *
 * @param changes by key, then by region
 */
public record PriceDiff(List<Book> before, List<Book> after, List<Change> changes) {

    /** What became of a price. */
    public enum Kind {
        ADDED("added", '+'),
        REMOVED("removed", '-'),
        CHANGED("changed", '~');

        private final String word;
        private final char sign;

        Kind(String word, char sign) {
            this.word = word;
            this.sign = sign;
        }

        /** How reports say it. */
        public String word() {
            return word;
        }

        char sign() {
            return sign;
        }
    }

    /**
     * One price that differs.
     *
     * @param regions empty means everywhere
     * @param fields what differs within a changed price, by path; empty for others
     */
    public record Change(Kind kind, String key, List<String> regions, List<Field> fields) {}

    /** A value that differs; absent on the side that has none. */
    public record Field(
            String path, @Nullable String before, @Nullable String after) {}

    /** Compares books with books, without any that ship with Ballast unless given. */
    public static PriceDiff between(List<PriceBook> before, List<PriceBook> after) {
        Prices from = Prices.of(List.of(), before, List.of());
        Prices to = Prices.of(List.of(), after, List.of());
        Map<String, Price> old = byKeyAndRegion(from);
        Map<String, Price> now = byKeyAndRegion(to);
        var places = new TreeSet<>(old.keySet());
        places.addAll(now.keySet());
        Map<Change, List<String>> alike = new LinkedHashMap<>();
        for (String place : places) {
            Change change = change(place, old.get(place), now.get(place));
            if (change != null) {
                alike.computeIfAbsent(change, c -> new ArrayList<>()).add(region(place));
            }
        }
        var changes = new ArrayList<Change>();
        alike.forEach((change, regions) -> {
            regions.removeIf(String::isEmpty);
            changes.add(new Change(change.kind(), change.key(), List.copyOf(regions), change.fields()));
        });
        return new PriceDiff(from.books(), to.books(), List.copyOf(changes));
    }

    /** How many changes are of a kind. */
    public long count(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** What became of one key in one region; the change does not say the region, but everywhere is not alike with any. */
    private static @Nullable Change change(String place, @Nullable Price old, @Nullable Price now) {
        String key = place.substring(0, place.indexOf(' '));
        List<String> regions = region(place).isEmpty() ? List.of() : List.of("");
        if (old == null || now == null) {
            return new Change(old == null ? Kind.ADDED : Kind.REMOVED, key, regions, List.of());
        }
        List<Field> fields = fields(EntryJson.of(old), EntryJson.of(now));
        return fields.isEmpty() ? null : new Change(Kind.CHANGED, key, regions, fields);
    }

    private static List<Field> fields(JsonNode before, JsonNode after) {
        Map<String, String> old = new TreeMap<>();
        Map<String, String> now = new TreeMap<>();
        flatten("", before, old);
        flatten("", after, now);
        var paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(old.get(path), now.get(path)))
                .map(path -> new Field(path, old.get(path), now.get(path)))
                .toList();
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        if (node.isValueNode()) {
            values.put(path, node.asText());
        }
        node.properties()
                .forEach(member -> flatten(
                        path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), values));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            flatten(path + "[" + i + "]", node.get(i), values);
        }
    }

    /** Neither keys nor regions hold a space. */
    private static Map<String, Price> byKeyAndRegion(Prices prices) {
        Map<String, Price> all = new TreeMap<>();
        for (Price price : prices.all()) {
            List<String> regions = price.regions().isEmpty() ? List.of("") : price.regions();
            regions.forEach(region -> all.put(price.key() + " " + region, price));
        }
        return all;
    }

    private static String region(String place) {
        return place.substring(place.indexOf(' ') + 1);
    }
}
