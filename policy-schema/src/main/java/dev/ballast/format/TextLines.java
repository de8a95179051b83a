package dev.ballast.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The lines of a document (LF only), and the comments on them. Lines count from 0. */
final class TextLines {
    private final String text;
    private final List<Integer> starts = new ArrayList<>();
    /** Lines whose comment is looked for only from this offset on, because a value ends there. */
    private final int[] covered;

    TextLines(String text) {
        this.text = text;
        starts.add(0);
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        covered = new int[starts.size()];
    }

    int offset(Mark mark) {
        return text.offsetByCodePoints(starts.get(mark.getLine()), mark.getColumn());
    }

    int lineAt(int offset) {
        int found = java.util.Collections.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    int column(int offset) {
        return offset - starts.get(lineAt(offset));
    }

    int count() {
        return starts.size();
    }

    int start(int line) {
        return starts.get(line);
    }

    String line(int line) {
        int end = line + 1 < starts.size() ? starts.get(line + 1) - 1 : text.length();
        return text.substring(starts.get(line), end);
    }

    /** No comment begins in this stretch. */
    void cover(int from, int to) {
        int first = lineAt(from);
        int last = lineAt(to);
        if (first < last) {
            Arrays.fill(covered, first, last, Integer.MAX_VALUE);
        }
        covered[last] = Math.max(covered[last], to);
    }

    /** The comment on a line from its {@code #} on, trailing white space removed; empty when there is none. */
    String comment(int line) {
        String content = line(line);
        if (covered[line] == Integer.MAX_VALUE) {
            return "";
        }
        for (int i = Math.max(0, covered[line] - starts.get(line)); i < content.length(); i++) {
            boolean apart = i == 0 || content.charAt(i - 1) == ' ' || content.charAt(i - 1) == '\t';
            if (content.charAt(i) == '#' && apart) {
                return content.substring(i).stripTrailing();
            }
        }
        return "";
    }

    /** Column of the first char that is no white space. */
    int indent(int line) {
        String content = line(line);
        int i = 0;
        while (i < content.length() && Character.isWhitespace(content.charAt(i))) {
            i++;
        }
        return i;
    }
}
