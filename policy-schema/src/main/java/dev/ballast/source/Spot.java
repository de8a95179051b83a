package dev.ballast.source;

import dev.ballast.diagnostic.Region;
import java.util.List;
import java.util.Map;

/** Where a value and everything inside it stands. An alias has its own region and shares the children of what it stands for. */
record Spot(Region region, Map<String, Member> members, List<Spot> elements) {
    /** Where one member of a mapping stands. */
    record Member(Region key, Spot spot) {
        Document.Span span() {
            return new Document.Span(key, spot.region());
        }
    }

    static Spot leaf(Region region) {
        return new Spot(region, Map.of(), List.of());
    }

    Spot at(Region other) {
        return new Spot(other, members, elements);
    }

    Document.Span span() {
        return new Document.Span(region, region);
    }
}
