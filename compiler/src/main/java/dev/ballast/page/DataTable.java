package dev.ballast.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells under a head.
 *
 * @param caption what the rows are
 * @param rows each with a cell for every column
 * @param foot the sum of the rows; empty for none
 */
record DataTable(String caption, List<Column> columns, List<List<Cell>> rows, List<Cell> foot) implements Block {
    DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        foot = List.copyOf(foot);
        int width = columns.size();
        if (!rows.stream().allMatch(row -> row.size() == width) || !(foot.isEmpty() || foot.size() == width)) {
            throw new IllegalArgumentException("a row of `%s` has not %s cells".formatted(caption, width));
        }
    }

    static DataTable of(String caption, List<Column> columns, List<List<Cell>> rows) {
        return new DataTable(caption, columns, rows, List.of());
    }

    /** The same without columns that say nothing in any row. */
    DataTable withoutEmptyColumns() {
        int[] kept = IntStream.range(0, columns.size())
                .filter(i -> Stream.concat(rows.stream(), foot.isEmpty() ? Stream.empty() : Stream.of(foot))
                        .anyMatch(row -> !row.get(i).text().isEmpty()))
                .toArray();
        return new DataTable(
                caption,
                pick(columns, kept),
                rows.stream().map(row -> pick(row, kept)).toList(),
                foot.isEmpty() ? foot : pick(foot, kept));
    }

    private static <T> List<T> pick(List<T> all, int[] kept) {
        return Arrays.stream(kept).mapToObj(all::get).toList();
    }

    /**
     * A column.
     *
     * @param isNumber whether its cells end on one line, under each other
     */
    record Column(String name, boolean isNumber) {
        static Column text(String name) {
            return new Column(name, false);
        }

        static Column number(String name) {
            return new Column(name, true);
        }
    }

    /**
     * A cell.
     *
     * @param swatch the style of the colour in front of it
     * @param link the id of what it leads to in the page
     * @param note smaller, behind it
     * @param bar how much of the cell a bar fills, from 0 to 1; negative for none
     */
    record Cell(
            String text, @Nullable String swatch, @Nullable String link, String note, double bar) {
        static Cell of(String text) {
            return new Cell(text, null, null, "", -1);
        }

        Cell coloured(String style) {
            return new Cell(text, style, link, note, bar);
        }

        Cell leadingTo(String id) {
            return new Cell(text, swatch, id, note, bar);
        }

        Cell noting(String small) {
            return new Cell(text, swatch, link, small, bar);
        }

        Cell filled(double share) {
            return new Cell(text, swatch, link, note, share);
        }

        private Map<String, Object> model() {
            var model = new LinkedHashMap<String, Object>();
            model.put("text", text);
            model.put("swatch", swatch == null ? "" : swatch);
            model.put("link", link == null ? "" : link);
            model.put("note", note);
            model.put("bar", bar < 0 ? "" : Math.round(Math.min(1, bar) * 100) + "%");
            return model;
        }
    }

    @Override
    public Map<String, Object> model() {
        return Map.of(
                "kind",
                "table",
                "caption",
                caption,
                "columns",
                columns.stream()
                        .map(c -> Map.of("name", c.name(), "isNumber", c.isNumber()))
                        .toList(),
                "rows",
                rows.stream().map(DataTable::cells).toList(),
                "foot",
                cells(foot));
    }

    private static List<Map<String, Object>> cells(List<Cell> row) {
        return row.stream().map(Cell::model).toList();
    }
}
