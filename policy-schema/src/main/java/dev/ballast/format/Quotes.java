package dev.ballast.format;

import dev.ballast.source.Scalars;
import java.util.regex.Pattern;

/** Takes quotes off where nobody could miss them. */
final class Quotes {
    /** Nothing that begins like a number, a date or a time, for readers that decide otherwise than kubectl does. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./+-]*");

    private Quotes() {}

    static String text(Piece.Leaf leaf) {
        boolean unneeded = leaf.quoted()
                && PLAIN.matcher(leaf.value()).matches()
                && Scalars.resolve(leaf.value()).isTextual();
        return unneeded ? leaf.value() : leaf.raw();
    }
}
