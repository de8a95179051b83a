package dev.ballast.source;

import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Characters that no YAML may contain; found before the scanner trips over them. */
final class ControlCharacters {
    private ControlCharacters() {}

    /** Offset of the first forbidden character, or -1. */
    static int first(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!StreamReader.isPrintable(c)) {
                return i;
            }
            i += Character.charCount(c);
        }
        return -1;
    }

    static void report(Reading reading, int offset) {
        int c = reading.text().codePointAt(offset);
        reading.error(
                "yaml.control-character",
                reading.lines().region(offset, offset + Character.charCount(c)),
                "found the control character U+%04X, which YAML does not allow".formatted(c),
                "delete it, or write it as an escape inside double quotes");
    }
}
