package dev.ballast.report;

import dev.ballast.diagnostic.Region;
import dev.ballast.source.Sources;
import java.util.Optional;

/**
 * One line as it is shown, and which cells of it to underline.
 *
 * @param text without tabs and control characters, at most {@link #WIDEST} cells wide
 * @param start first cell to underline, from 0
 * @param length cells to underline, at least 1; they end within the text, or one cell behind it
 */
record Excerpt(String text, int start, int length) {
    static final int WIDEST = 100;

    /** Code points laid out on each side of the place; a file may be one line of megabytes with a finding in every corner. */
    private static final int REACH = 500;

    /** Cells kept in front of the underlined stretch when a line is cropped. */
    private static final int LEAD = 30;

    /** Empty when the line is not to be had. */
    static Optional<Excerpt> of(Spot spot, Sources sources) {
        Region region = spot.region();
        if (region == null) {
            return Optional.empty();
        }
        int end = region.endLine() > region.line() ? Integer.MAX_VALUE : region.endColumn();
        return sources.line(spot.source(), region.line()).map(line -> of(line, region.column(), end));
    }

    /**
     * Lays a line out.
     *
     * @param column first column to underline, in code points from 1
     * @param endColumn behind the last; beyond the line it means its end
     */
    static Excerpt of(String line, int column, int endColumn) {
        int count = line.codePointCount(0, line.length());
        int first = Math.max(0, Math.min(column, count) - REACH);
        int begin = line.offsetByCodePoints(0, first);
        int end = line.offsetByCodePoints(begin, Math.min(count - first, 2 * REACH));
        return layOut(line.substring(begin, end).stripTrailing(), column - first, endColumn - first);
    }

    private static Excerpt layOut(String line, int column, int endColumn) {
        int[] codePoints = line.codePoints().toArray();
        var text = new StringBuilder();
        int start = -1;
        int end = -1;
        int cells = 0;
        for (int i = 0; i < codePoints.length; i++) {
            start = i + 1 == column ? cells : start;
            end = i + 1 == endColumn ? cells : end;
            String shown = Cells.shown(codePoints[i], cells);
            text.append(shown);
            cells += Cells.width(shown);
        }
        start = start < 0 ? cells : start;
        end = end < 0 ? cells : end;
        return crop(text.toString(), start, Math.max(end, start + 1));
    }

    private static Excerpt crop(String text, int start, int end) {
        if (Cells.width(text) <= WIDEST) {
            return new Excerpt(text, start, end - start);
        }
        int from = start < WIDEST - LEAD ? 0 : start - LEAD;
        Slice slice = Slice.of(text, from, WIDEST - 2);
        int shift = slice.from() - (slice.from() > 0 ? 1 : 0);
        String shown = (slice.from() > 0 ? "…" : "") + slice.text() + (slice.last() ? "" : "…");
        int shownStart = start - shift;
        int shownEnd = Math.min(end - shift, Math.max(Cells.width(shown), shownStart + 1));
        return new Excerpt(shown, shownStart, shownEnd - shownStart);
    }

    /**
     * Whole characters out of a text.
     *
     * @param from the cell at which the first one stands
     * @param last whether the text ends with them
     */
    private record Slice(String text, int from, boolean last) {
        static Slice of(String text, int from, int width) {
            var kept = new StringBuilder();
            int cell = 0;
            int first = -1;
            int i = 0;
            while (i < text.length()) {
                int c = text.codePointAt(i);
                if (first < 0 && cell >= from && Cells.width(c) > 0) {
                    first = cell;
                }
                if (first >= 0 && cell + Cells.width(c) > first + width) {
                    break;
                }
                if (first >= 0) {
                    kept.appendCodePoint(c);
                }
                cell += Cells.width(c);
                i += Character.charCount(c);
            }
            return new Slice(kept.toString(), Math.max(first, 0), i == text.length());
        }
    }
}
