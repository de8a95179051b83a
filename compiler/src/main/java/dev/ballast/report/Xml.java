package dev.ballast.report;

/** Text inside XML 1.0. A character that XML cannot hold at all, not even escaped, becomes U+FFFD. */
public final class Xml {
    private Xml() {}

    /** Between tags. */
    public static String text(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> out.append(escape(c)));
        return out.toString();
    }

    /** Between double quotes, where a parser would turn a bare tab or line break into a space. */
    public static String attribute(String text) {
        return text(text).replace("\"", "&quot;").replace("\t", "&#9;").replace("\n", "&#10;");
    }

    private static String escape(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            default -> Character.toString(allowed(c) ? c : 0xFFFD);
        };
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
