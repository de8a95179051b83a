package dev.ballast.text;

import java.util.List;

/** A piece of a page that stands there as it is. Only {@link Element} makes it, from text that it escapes. */
public final class Markup {
    private final String text;

    Markup(String text) {
        this.text = text;
    }

    /** One after another. */
    public static Markup join(List<Markup> parts) {
        var out = new StringBuilder();
        parts.forEach(part -> out.append(part.text));
        return new Markup(out.toString());
    }

    @Override
    public String toString() {
        return text;
    }

    /** Text between tags or in double quotes. */
    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    /** Text without what would disturb a page: control characters, lone surrogates, and marks that reorder the letters around them. */
    static String harmless(String text) {
        if (text.codePoints().allMatch(c -> isHarmless(c))) {
            return text;
        }
        var out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(isHarmless(c) ? c : 0xFFFD));
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(isHarmless(c) ? c : 0xFFFD);
        }
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.FORMAT -> c == 0x200D || c == 0xAD;
            default -> true;
        };
    }
}
