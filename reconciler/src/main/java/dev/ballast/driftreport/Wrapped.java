package dev.ballast.driftreport;

import dev.ballast.report.Cells;
import java.util.ArrayList;
import java.util.List;

/** Sentences in lines of a terminal. What stands in backticks stays in one line, so that a command can be copied. */
final class Wrapped {
    /** Cells of a line at most, unless one word has more. */
    private static final int WIDTH = 100;

    private Wrapped() {}

    /**
     * The text in lines, each ending with a line break.
     *
     * @param first before the first line
     * @param others before all others
     */
    static String text(String first, String others, String text) {
        var lines = new StringBuilder();
        var line = new StringBuilder(first);
        boolean begun = false;
        for (String word : words(Cells.line(text))) {
            if (begun && Cells.width(line + " " + word) > WIDTH) {
                lines.append(line).append('\n');
                line = new StringBuilder(others);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        return lines.append(line).append('\n').toString();
    }

    /** Cut at spaces outside of backticks. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int from = 0;
        boolean code = false;
        for (int i = 0; i < text.length(); i++) {
            code ^= text.charAt(i) == '`';
            if (text.charAt(i) == ' ' && !code) {
                words.add(text.substring(from, i));
                from = i + 1;
            }
        }
        words.add(text.substring(from));
        return words;
    }
}
