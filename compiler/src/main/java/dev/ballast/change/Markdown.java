package dev.ballast.change;

import dev.ballast.report.Cells;
import java.util.List;

/** Text of others inside GitHub's and GitLab's Markdown: nothing in it may become markup, a mention or a reference. */
final class Markdown {
    /** What Markdown reads as markup within a line. */
    private static final String MARKUP = "\\`*_[]|~";

    /** What code hosts look for in the finished page, before a name or a number, to make a mention or a reference of it. */
    private static final String REFERENCES = "@#!%$&^";

    /** Parts a sign from what follows and shows nothing. */
    private static final String GAP = "<!-- -->";

    private Markdown() {}

    /** Plain text. */
    static String text(String text) {
        var out = new StringBuilder();
        Cells.line(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;").append(GAP);
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> plain(c, out);
            }
        });
        return out.toString().replace("://", ":" + GAP + "//").replace("www.", "www." + GAP);
    }

    private static void plain(int c, StringBuilder out) {
        if (MARKUP.indexOf(c) >= 0) {
            out.append('\\');
        }
        out.appendCodePoint(c);
        if (REFERENCES.indexOf(c) >= 0 || c == '~') {
            out.append(GAP);
        }
    }

    /** Code; longer fences than any in the text, and no bars, which would end a cell of a table. */
    static String code(String text) {
        String line = Cells.line(text).replace("|", "\\|");
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        boolean pad = longest > 0 || line.isBlank();
        return fence + (pad ? " " : "") + line + (pad ? " " : "") + fence;
    }

    /** A message of ours, in which backticks enclose code. */
    static String message(String message) {
        String[] parts = message.split("`", -1);
        var out = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1 && i < parts.length - 1;
            if (code) {
                out.append(parts[i].isEmpty() ? "" : code(parts[i]));
            } else {
                out.append(i % 2 == 1 ? text("`") : "").append(text(parts[i]));
            }
        }
        return out.toString();
    }

    /** Inside an HTML element, where Markdown is not read. */
    static String html(String text) {
        return Cells.line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@" + GAP);
    }

    /** A row of a table; the cells are Markdown already. */
    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
