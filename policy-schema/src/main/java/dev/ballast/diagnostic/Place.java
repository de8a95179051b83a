package dev.ballast.diagnostic;

/** Where a finding points: into a document by pointer, into a text that is no document (yet) by position, or at an input as a whole. */
public sealed interface Place {
    /** The input's name as the user gave it: a path, {@code -} for standard input, {@code <built-in>}, or {@code Kind/name} for a cluster object. */
    String source();

    /**
     * A key or a value inside a document.
     *
     * @param document index of the document in its source, from 0
     * @param pointer JSON pointer (RFC 6901); empty for the whole document
     * @param part the key under which the value stands, or the value itself
     */
    record Field(String source, int document, String pointer, Part part) implements Place {
        /** The value of a member of this place, by name or index. */
        public Field child(String name) {
            return new Field(
                    source, document, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), Part.VALUE);
        }

        /** The value of an element of this place, counted from 0. */
        public Field child(int index) {
            return new Field(source, document, pointer + "/" + index, Part.VALUE);
        }

        /** The key of this place instead of its value. */
        public Field key() {
            return new Field(source, document, pointer, Part.KEY);
        }
    }

    /** A stretch of a text. */
    record Text(String source, Region region) implements Place {}

    /** A whole input: unreadable, too large, not text. */
    record Whole(String source) implements Place {}

    /** Which half of a key-value pair is meant. */
    enum Part {
        KEY,
        VALUE
    }

    /** The value at a pointer. */
    static Field value(String source, int document, String pointer) {
        return new Field(source, document, pointer, Part.VALUE);
    }
}
