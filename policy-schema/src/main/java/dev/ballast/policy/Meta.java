package dev.ballast.policy;

import dev.ballast.diagnostic.Place;
import java.util.Map;

/**
 * Who an object is.
 *
 * @param labels as written, sorted by key
 * @param root place of the whole document
 */
public record Meta(String name, Map<String, String> labels, Place.Field root) {
    /** The place of a value in the document, by pointer. */
    public Place.Field place(String pointer) {
        return Place.value(root.source(), root.document(), pointer);
    }

    /** The place of the name. */
    public Place.Field namePlace() {
        return place("/metadata/name");
    }
}
