package dev.ballast.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.compile.Checker;
import dev.ballast.policy.PriceBook;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Price books as a user writes them. */
final class Books {
    static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    private Books() {}

    /** A book in US dollars with these entries, a line each. */
    static PriceBook of(String name, String... entries) {
        return read("""
                apiVersion: ballast.dev/v1alpha1
                kind: PriceBook
                metadata: {name: %s}
                spec:
                  version: "1"
                  asOf: 2026-11-01
                  currency: USD
                  entries:
                """.formatted(name) + "  - " + String.join("\n  - ", entries) + "\n");
    }

    /** An entry with nothing but a price of storage. */
    static String entry(String key, List<String> regions, String price) {
        String where = regions.isEmpty() ? "" : "regions: [%s], ".formatted(String.join(", ", regions));
        return "{key: %s, %saccounting: objects, storage: {unit: GiB, tiers: [{price: \"%s\"}]}}"
                .formatted(key, where, price);
    }

    static PriceBook read(String text) {
        var documents = SourceReader.read("book.yaml", text, Limits.DEFAULT)
                .value()
                .orElseThrow()
                .documents();
        var checked = Checker.of(documents).check(environment -> true, Map.of(), AT);
        assertThat(checked.hasErrors()).as("%s", checked.diagnostics()).isFalse();
        return checked.fleet().set().priceBooks().get(0);
    }
}
