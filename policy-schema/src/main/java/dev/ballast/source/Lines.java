package dev.ballast.source;

import dev.ballast.diagnostic.Region;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The lines of a text, for turning offsets (in Java chars) into positions and back. Lines end with LF, CRLF or CR. */
final class Lines {
    private final String text;
    private final int[] starts;
    /** Offsets of the second halves of characters that need two chars. */
    private final int[] seconds;

    Lines(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
        this.seconds = IntStream.range(0, text.length())
                .filter(i -> Character.isLowSurrogate(text.charAt(i)))
                .toArray();
    }

    int count() {
        return starts.length;
    }

    /** Offset of the first char of a line, counted from 1; the end of the text for a line after the last. */
    int start(int line) {
        return line > starts.length ? text.length() : starts[line - 1];
    }

    /** The line at an offset, counted from 1. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The character at an offset, or the empty region at the end of the text or of a line. */
    Region character(int at) {
        boolean empty = at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
        return region(at, empty ? at : at + Character.charCount(text.codePointAt(at)));
    }

    /** The text of a line, counted from 1, without its line end. */
    String line(int line) {
        int end = start(line + 1);
        int start = start(line);
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    int columnAt(int line, int offset) {
        return codePoints(offset) - codePoints(start(line)) + 1;
    }

    /** Number of code points before an offset. */
    int codePoints(int offset) {
        int found = Arrays.binarySearch(seconds, offset);
        return offset - (found >= 0 ? found : -found - 1);
    }

    Region region(int from, int to) {
        int line = lineAt(from);
        int endLine = lineAt(to);
        return new Region(line, columnAt(line, from), endLine, columnAt(endLine, to));
    }

    /** The offset behind so many code points. */
    int offsetOf(int codePoints) {
        int low = 0;
        int high = seconds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[middle] - middle <= codePoints) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Math.min(codePoints + low, text.length());
    }

    /** The offset of a position, line and column counted from 1. */
    int offset(int line, int column) {
        return offsetOf(codePoints(start(line)) + column - 1);
    }
}
