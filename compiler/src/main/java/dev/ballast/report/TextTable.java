package dev.ballast.report;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Rows of cells under a head, for terminals and for Markdown. Cells are text of ours or of others; nothing in them can break a line. */
public final class TextTable {
    private static final String RIGHT = ">";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] right;

    /**
     * A table without rows.
     *
     * @param head one title for each column; one that begins with {@code >} is for numbers, which end in one line
     */
    public TextTable(List<String> head) {
        right = new boolean[head.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = head.get(i).startsWith(RIGHT);
        }
        rows.add(head.stream()
                .map(title -> title.startsWith(RIGHT) ? title.substring(1) : title)
                .toList());
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column
     */
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column
     */
    public TextTable row(List<String> cells) {
        if (cells.size() != right.length) {
            throw new IllegalArgumentException("a row has %d cells, not %d".formatted(right.length, cells.size()));
        }
        rows.add(cells.stream().map(Cells::line).toList());
        return this;
    }

    /** The head and the rows, two spaces between columns, none at the end of a line; each line begins with {@code indent}. */
    public String text(String indent) {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Cells.width(row.get(i)));
            }
        }
        var text = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringJoiner("  ", indent, "");
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - Cells.width(row.get(i)));
                line.add(right[i] ? space + row.get(i) : row.get(i) + space);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** The same as a table of Markdown. */
    public String markdown() {
        var text = new StringBuilder(line(rows.get(0)));
        var rule = new StringJoiner("|", "|", "|\n");
        for (boolean number : right) {
            rule.add(number ? "---:" : "---");
        }
        text.append(rule);
        rows.subList(1, rows.size()).forEach(row -> text.append(line(row)));
        return text.toString();
    }

    private static String line(List<String> row) {
        var line = new StringJoiner(" | ", "| ", " |\n");
        row.forEach(cell -> line.add(cell.replace("|", "\\|")));
        return line.toString();
    }
}
