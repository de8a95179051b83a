package dev.ballast.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import java.util.Map;
import java.util.Optional;

/**
 * One document of a source: its tree, and beside it where each key and value stands. A document that came from a cluster has no
 * regions; its places are shown as pointers.
 *
 * @param source name of the source it came from
 * @param index position in that source, from 0
 * @param root the tree, aliases and merge keys expanded
 * @param spans by JSON pointer (empty string for the root)
 */
public record Document(String source, int index, JsonNode root, Map<String, Span> spans) {
    /**
     * Where one member stands.
     *
     * @param key the key; equal to {@code value} for the root and for list elements
     * @param value the value; for an alias the {@code *alias} itself
     */
    public record Span(Region key, Region value) {}

    /** The place of the value at {@code pointer}. */
    public Place.Field place(String pointer) {
        return Place.value(source, index, pointer);
    }

    /** The region of a place in this document; of its nearest known ancestor when the place itself is not in the text. */
    public Optional<Region> region(Place.Field place) {
        String pointer = place.pointer();
        boolean exact = true;
        while (true) {
            Span span = spans.get(pointer);
            if (span != null) {
                return Optional.of(place.part() == Place.Part.KEY || !exact ? span.key() : span.value());
            }
            if (pointer.isEmpty()) {
                return Optional.empty();
            }
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
            exact = false;
        }
    }
}
