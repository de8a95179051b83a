package dev.ballast.rules.price;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.PriceBook;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two prices of one key in one region, in one book or in two. */
final class Duplicate implements Rule.OfFleet {
    @Override
    public String id() {
        return "price.duplicate";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        Map<List<String>, Place.Field> first = new HashMap<>();
        var found = new ArrayList<Diagnostic>();
        for (PriceBook book : context.set().priceBooks()) {
            for (PriceBook.Entry entry : book.entries()) {
                check(entry, first, found);
            }
        }
        return found;
    }

    private void check(PriceBook.Entry entry, Map<List<String>, Place.Field> first, List<Diagnostic> found) {
        List<String> regions = entry.regions();
        if (regions.isEmpty()) {
            check(entry, "", entry.place().child("key"), first, found);
        }
        for (int i = 0; i < regions.size(); i++) {
            check(entry, regions.get(i), entry.place().child("regions").child(i), first, found);
        }
    }

    private void check(
            PriceBook.Entry entry,
            String region,
            Place.Field here,
            Map<List<String>, Place.Field> first,
            List<Diagnostic> found) {
        Place.Field before = first.putIfAbsent(List.of(entry.key(), region), here);
        if (before != null) {
            String where = region.isEmpty() ? "without a region" : "in `" + region + "`";
            found.add(at(here, "there is another price of `%s` %s".formatted(entry.key(), where))
                    .related(before, "the first one")
                    .help("keep the one that holds"));
        }
    }
}
