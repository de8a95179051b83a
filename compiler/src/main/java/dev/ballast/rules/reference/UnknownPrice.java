package dev.ballast.rules.reference;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.Layer;
import dev.ballast.policy.PolicySet;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A price key that no price book has. */
final class UnknownPrice implements Rule.OfFleet {
    @Override
    public String id() {
        return "reference.unknown-price";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        PolicySet set = context.set();
        Map<Place.Field, String> used = new LinkedHashMap<>();
        set.stores().stream()
                .flatMap(store -> Stream.concat(Stream.of(store.fields()), store.overrides().values().stream()))
                .forEach(layer -> used.put(place(layer), key(layer)));
        set.environments().forEach(environment -> {
            String key = environment.snapshotPrice();
            used.put(environment.meta().place("/spec/snapshotPrice"), key == null ? "" : key);
        });
        used.values().removeIf(String::isEmpty);
        // A book that could not be read may have it.
        if (used.isEmpty() || set.names("PriceBook").size() > set.priceBooks().size()) {
            return List.of();
        }
        Set<String> known = context.prices().keys();
        return used.entrySet().stream()
                .filter(use -> !known.contains(use.getValue()))
                .map(use -> finding(use.getKey(), use.getValue(), known))
                .toList();
    }

    private static String key(Layer layer) {
        return layer.fields().path("prices").path("objects").asText();
    }

    private static Place.Field place(Layer layer) {
        return layer.base().child("prices").child("objects");
    }

    private Diagnostic finding(Place.Field place, String key, Set<String> known) {
        return at(place, "there is no price `%s`, neither built in nor in a PriceBook".formatted(key))
                .help(Names.help(key, known, "put it into a PriceBook; `ballast prices list` shows what is there"));
    }
}
