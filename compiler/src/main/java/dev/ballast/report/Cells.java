package dev.ballast.report;

/**
 * How text lies in the cells of a terminal. Widths follow East Asian Width (Unicode Standard Annex 11) by block, not by character:
 * good enough to put a caret under a letter.
 */
public final class Cells {
    private static final int TAB = 4;

    /** First and last code points of blocks two cells wide, in order. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3,
        0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6F, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680,
        0x1F6FF, 0x1F900, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private Cells() {}

    /** Cells that one printable code point takes: 0, 1 or 2. */
    static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200D) {
            return 0;
        }
        for (int i = 0; i < WIDE.length; i += 2) {
            if (c >= WIDE[i] && c <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** Cells that a printable text takes. */
    public static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** What to show for one code point that would begin at cell {@code at}: a tab as spaces, a control character harmless. */
    static String shown(int c, int at) {
        return c == '\t' ? " ".repeat(TAB - at % TAB) : Character.toString(harmless(c));
    }

    /**
     * Text of others, fit for one line of a terminal: what would break the line, move the cursor, change colours or reorder letters is
     * made visible. A line break too, since a CI server would read commands at the beginning of the next line.
     */
    public static String line(String text) {
        var out = new StringBuilder();
        text.codePoints().map(Cells::harmless).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static int harmless(int c) {
        if (c < 0x20) {
            return 0x2400 + c;
        }
        if (c == 0x7F) {
            return 0x2421;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                0xFFFD;
            case Character.FORMAT -> c == 0x200D ? c : 0xFFFD;
            default -> c;
        };
    }
}
