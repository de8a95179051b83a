package dev.ballast.diagnostic;

/**
 * A stretch of text. Lines and columns count from 1, columns in Unicode code points; the end is exclusive, so an empty region has
 * {@code line == endLine && column == endColumn}.
 */
public record Region(int line, int column, int endLine, int endColumn) implements Comparable<Region> {
    public Region {
        if (line < 1 || column < 1 || endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException("not a region: %d:%d-%d:%d".formatted(line, column, endLine, endColumn));
        }
    }

    /** The empty region at one position. */
    public static Region at(int line, int column) {
        return new Region(line, column, line, column);
    }

    @Override
    public int compareTo(Region other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
