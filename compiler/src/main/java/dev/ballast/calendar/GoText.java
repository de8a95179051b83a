package dev.ballast.calendar;

import java.util.ArrayList;
import java.util.List;

/** Text cut up as Go's {@code strings} and {@code strconv} do it. */
final class GoText {
    static final long NOT_A_NUMBER = -1;
    static final long NEGATIVE = -2;

    private GoText() {}

    /** A piece of a text and where it begins in it. */
    record Piece(String text, int offset) {

        /** All pieces between separators, empty ones too ({@code strings.Split}). */
        List<Piece> split(char separator) {
            var pieces = new ArrayList<Piece>();
            int from = 0;
            for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
                pieces.add(sub(from, at));
                from = at + 1;
            }
            pieces.add(sub(from, text.length()));
            return pieces;
        }

        /** The same without white space at both ends ({@code strings.TrimSpace}). */
        Piece trim() {
            int from = 0;
            int to = text.length();
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            return sub(from, to);
        }

        /** The words between white space ({@code strings.Fields}). */
        List<Piece> words() {
            var words = new ArrayList<Piece>();
            int from = 0;
            for (int at = 0; at <= text.length(); at++) {
                if (at == text.length() || isSpace(text.charAt(at))) {
                    if (at > from) {
                        words.add(sub(from, at));
                    }
                    from = at + 1;
                }
            }
            return words;
        }

        Piece sub(int from, int to) {
            return new Piece(text.substring(from, to), offset + from);
        }
    }

    /** {@code unicode.IsSpace}. */
    private static boolean isSpace(char c) {
        return switch (c) {
            case '\t', '\n', 0x0b, '\f', '\r', ' ', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200a;
        };
    }

    /** {@code strconv.Atoi}: the number, {@link #NEGATIVE}, or {@link #NOT_A_NUMBER} (also when it does not fit 64 bits). */
    static long number(String text) {
        boolean signed = text.startsWith("+") || text.startsWith("-");
        String digits = signed ? text.substring(1) : text;
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return NOT_A_NUMBER;
        }
        try {
            long value = Long.parseLong(text);
            return value < 0 ? NEGATIVE : value;
        } catch (NumberFormatException tooLong) {
            return NOT_A_NUMBER;
        }
    }
}
