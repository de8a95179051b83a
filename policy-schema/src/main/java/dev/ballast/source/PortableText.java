package dev.ballast.source;

import dev.ballast.diagnostic.Region;
import java.util.OptionalInt;

/** Text that every reader of what is written from it takes the same way. Escapes can write more than that. */
final class PortableText {
    private PortableText() {}

    /** The text itself, or one with replacement characters and a finding. */
    static String checked(Reading reading, String text, Region region) {
        OptionalInt bad = text.codePoints().filter(PortableText::isBad).findFirst();
        if (bad.isEmpty()) {
            return text;
        }
        if (isLoneSurrogate(bad.getAsInt())) {
            reading.error(
                    "yaml.syntax",
                    region,
                    "an escape in this text stands for half a character (a lone surrogate)",
                    "write the character itself");
        } else {
            reading.error(
                    "yaml.control-character",
                    region,
                    "this text holds U+%04X, which %s"
                            .formatted(
                                    bad.getAsInt(),
                                    bad.getAsInt() == 0
                                            ? "ends a text for the programs that get it"
                                            : "ends a line for some readers of YAML and not for others"),
                    "delete it, or use an ordinary line break");
        }
        return text.codePoints()
                .map(c -> isBad(c) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether no text of a document may hold this character, escaped or not. */
    static boolean isBad(int codePoint) {
        return isLoneSurrogate(codePoint)
                || codePoint == 0
                || codePoint == 0x85
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }

    /** Half a character outside the basic plane; no output could carry it. */
    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
