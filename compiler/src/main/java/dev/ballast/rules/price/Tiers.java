package dev.ballast.rules.price;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.PriceBook;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** Tiers of a storage price that do not go up, or that end. */
final class Tiers implements Rule.OfFleet {
    @Override
    public String id() {
        return "price.tiers";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** No cost can be computed from them. */
    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        var found = new ArrayList<Diagnostic>();
        for (PriceBook book : context.set().priceBooks()) {
            for (PriceBook.Entry entry : book.entries()) {
                if (entry.storage() != null) {
                    check(entry, entry.storage().tiers(), found);
                }
            }
        }
        return found;
    }

    private void check(PriceBook.Entry entry, List<PriceBook.StorageTier> tiers, List<Diagnostic> found) {
        Place.Field list = entry.place().child("storage").child("tiers");
        long below = 0;
        for (int i = 0; i < tiers.size(); i++) {
            Long upTo = tiers.get(i).upTo();
            boolean last = i == tiers.size() - 1;
            if (upTo == null) {
                if (!last) {
                    found.add(at(
                                    list.child(i),
                                    "this tier of `%s` has no end, and another one follows".formatted(entry.key()))
                            .help("give it an `upTo`, or put it last"));
                }
                continue;
            }
            if (upTo <= below) {
                found.add(at(
                                list.child(i).child("upTo"),
                                "this tier of `%s` ends at %d, expected more than %d, where the one before it ends"
                                        .formatted(entry.key(), upTo, below))
                        .help("order the tiers from the least up"));
            }
            if (last) {
                found.add(at(
                                list.child(i).child("upTo"),
                                "the last tier of `%s` ends at %d, so what lies beyond has no price"
                                        .formatted(entry.key(), upTo))
                        .help("remove its `upTo`, or add a tier without one"));
            }
            below = Math.max(below, upTo);
        }
    }
}
