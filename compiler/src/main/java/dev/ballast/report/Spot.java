package dev.ballast.report;

import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import dev.ballast.source.Sources;
import org.jspecify.annotations.Nullable;

/**
 * A place together with what is known of its position.
 *
 * @param document index of the document, from 0; 0 where there is none
 * @param pointer absent when the place is not inside a document
 * @param region absent for a whole input and for an object that never was text
 */
record Spot(
        String source,
        int document,
        @Nullable String pointer,
        @Nullable Region region) {
    static Spot of(Place place, Sources sources) {
        Region region = sources.region(place).orElse(null);
        if (place instanceof Place.Field field) {
            return new Spot(field.source(), field.document(), field.pointer(), region);
        }
        return new Spot(place.source(), 0, null, region);
    }

    /** Whether the source is a file that a code host could show: not standard input, nothing built in, no cluster object. */
    boolean isFile() {
        boolean object = pointer != null && region == null;
        return !object && !source.equals("-") && !source.startsWith("<");
    }

    /** The source as code hosts want paths: without a leading {@code ./}. */
    String path() {
        return source.startsWith("./") ? source.substring(2) : source;
    }
}
