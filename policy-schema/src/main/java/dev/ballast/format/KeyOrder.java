package dev.ballast.format;

import java.util.List;

/** In which order the keys of a mapping are written. */
@FunctionalInterface
public interface KeyOrder {
    /** Every key stays where it is. */
    KeyOrder AS_WRITTEN = (kind, pointer) -> List.of();

    /**
     * The keys of one mapping in their order. Keys that are not named come after those that are, in the order they were written;
     * {@code <<} always comes first where any key is named.
     *
     * @param kind the document's {@code kind}; empty when it has none
     * @param pointer JSON pointer of the mapping, empty for the document
     */
    List<String> keys(String kind, String pointer);
}
