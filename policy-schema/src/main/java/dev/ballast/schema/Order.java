package dev.ballast.schema;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import dev.ballast.source.Document;
import java.util.Comparator;
import java.util.List;

/** Puts findings about one document into the order of its text; by pointer where there is none. */
final class Order {
    private static final Region NOWHERE = Region.at(Integer.MAX_VALUE, 1);

    private Order() {}

    static List<Diagnostic> byPosition(Document document, List<Diagnostic> findings) {
        return findings.stream()
                .sorted(Comparator.comparing((Diagnostic finding) -> region(document, finding))
                        .thenComparing(finding -> ((Place.Field) finding.place()).pointer())
                        .thenComparing(Diagnostic::rule)
                        .thenComparing(Diagnostic::message))
                .toList();
    }

    private static Region region(Document document, Diagnostic finding) {
        return document.region((Place.Field) finding.place()).orElse(NOWHERE);
    }
}
