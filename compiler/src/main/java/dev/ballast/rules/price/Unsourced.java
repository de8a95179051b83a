package dev.ballast.rules.price;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A price without a source. */
final class Unsourced implements Rule.OfFleet {
    @Override
    public String id() {
        return "price.unsourced";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        return context.set().priceBooks().stream()
                .flatMap(book -> book.entries().stream())
                .filter(entry -> entry.source() == null)
                .map(entry -> at(entry.place().child("key"), "the price of `%s` has no source".formatted(entry.key()))
                        .help("write where and when it was read: `source: {url, retrieved, confidence}`"))
                .toList();
    }
}
