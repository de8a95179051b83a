package dev.ballast.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value as it is written, with everything needed to write it again. Offsets are in chars of the document's text. */
sealed interface Piece {
    /** Anchor and tag as written, or empty. */
    String properties();

    /** Offset of the first char behind the properties. */
    int start();

    /** Offset behind the last char, white space behind a text block not counted. */
    int end();

    /**
     * A scalar or an alias.
     *
     * @param raw as written
     * @param value what it says
     * @param quoted whether quotes could be taken off
     */
    record Leaf(String properties, int start, int end, String raw, String value, boolean quoted) implements Piece {
        boolean textBlock() {
            return raw.startsWith("|") || raw.startsWith(">");
        }

        boolean isAlias() {
            return raw.startsWith("*");
        }
    }

    /** A collection in brackets. */
    record Flow(String properties, int start, int end, String raw, boolean mapping, List<Member> members)
            implements Piece {}

    /** A collection by indentation; {@code tail} are the comments behind its last member. */
    record Block(String properties, int start, int end, boolean mapping, List<Member> members, List<String> tail)
            implements Piece {}

    /**
     * A member of a mapping, or an element of a list.
     *
     * @param key absent for an element
     * @param start offset of the key, or of the dash
     * @param leading comment lines ("#…") and blank lines ("") before it
     * @param comment the comment behind it on its line, or empty
     */
    record Member(@Nullable Leaf key, Piece value, int start, List<String> leading, String comment) {
        String name() {
            return key == null ? "" : key.value();
        }
    }

    /** A document that is better left as it is. */
    final class Unformattable extends Exception {
        Unformattable(String why) {
            super(why, null, false, false);
        }
    }
}
