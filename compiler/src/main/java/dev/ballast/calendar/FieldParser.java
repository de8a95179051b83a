package dev.ballast.calendar;

import dev.ballast.calendar.GoText.Piece;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads one field as {@code getField} and {@code getRange} of the libraries do. */
final class FieldParser {
    /** Sunday written as 7. */
    private static final int SEVEN = 7;

    private final CronField field;
    private final CronDialect dialect;
    private final int highest;
    private @Nullable Mistake mistake;

    FieldParser(CronField field, CronDialect dialect) {
        this.field = field;
        this.dialect = dialect;
        this.highest = field.highest(dialect);
    }

    sealed interface Reading {}

    record Values(FieldSet set) implements Reading {}

    record Mistake(String message, Piece where) implements Reading {}

    Reading parse(Piece text) {
        long bits = 0;
        boolean star = false;
        for (Piece item : text.split(',')) {
            if (!item.text().isEmpty()) {
                Range range = range(item);
                if (mistake != null) {
                    return mistake;
                }
                bits |= bits(range);
                star |= range.star();
            }
        }
        boolean sevenIsSunday = field == CronField.DAY_OF_WEEK && (bits >>> SEVEN & 1) != 0;
        return new Values(new FieldSet(field, sevenIsSunday ? (bits | 1) & ~(1L << SEVEN) : bits, star));
    }

    /** Values from start to end, which lies before start when the range runs over the end of the field. */
    private record Range(long start, long end, long step, boolean star) {}

    private static final Range NONE = new Range(0, 0, 1, false);

    private Range range(Piece item) {
        List<Piece> rangeAndStep = item.split('/');
        List<Piece> bounds = rangeAndStep.get(0).split('-');
        Piece low = bounds.get(0);
        // What follows a star and a hyphen is not read at all.
        boolean star = low.text().equals("*") || low.text().equals("?");
        long start = star ? field.min() : value(low);
        long end = star ? highest : start;
        if (!star && bounds.size() == 2 && mistake == null) {
            end = value(bounds.get(1));
        } else if (!star && bounds.size() > 2) {
            fail("`" + rangeAndStep.get(0).text() + "` has more than one hyphen; expected a range such as `1-5`", item);
        }
        long step = 1;
        if (rangeAndStep.size() == 2) {
            step = mistake == null ? step(rangeAndStep.get(1)) : 1;
            end = bounds.size() == 1 ? highest : end;
        } else if (rangeAndStep.size() > 2) {
            fail("`" + item.text() + "` has more than one slash; expected a step such as `*/5`", item);
        }
        if (mistake == null) {
            check(item, start, end, step);
        }
        boolean keepsStar = star && (step == 1 || dialect.stepKeepsStar());
        return mistake == null ? new Range(start, end, step, keepsStar) : NONE;
    }

    private void check(Piece item, long start, long end, long step) {
        String of = "` in " + field.word() + " is ";
        if (start < field.min()) {
            fail("`" + start + of + "below the lowest value, " + field.min(), item);
        } else if (end > highest) {
            fail("`" + end + of + "above the highest value, " + highest + sunday(), item);
        } else if (start > end && !dialect.readsModernRanges()) {
            String expected = "a range whose end lies before its beginning; expected the lower value first";
            fail("`" + item.text() + of + expected, item);
        } else if (step == 0) {
            fail("`" + item.text() + of + "a step of 0; expected at least 1", item);
        } else if (dialect.readsModernRanges() && step > 1) {
            checkModernStep(item, start, end, step);
        }
    }

    /**
     * Go-cron looks at the end of a range only: `5-0` are the days 5 to 31, and `60/2` and `99-5` pass where a range may run over the
     * end. The size of such a range is unsigned there.
     */
    private void checkModernStep(Piece item, long start, long end, long step) {
        long size = start > end ? highest - start + 1 + end - field.min() + 1 : end - start + 1;
        if (Long.compareUnsigned(step, size) >= 0) {
            String values = "the " + size + " values of its range, as " + dialect.library() + " demands";
            fail("the step " + step + " in `" + item.text() + "` is not less than " + values, item);
        }
    }

    private String sunday() {
        return field == CronField.DAY_OF_WEEK && highest < SEVEN ? " (Sunday is 0)" : "";
    }

    private long value(Piece text) {
        OptionalInt named = field.named(text.text());
        return named.isPresent() ? named.getAsInt() : number(text, field.expected(dialect));
    }

    private long step(Piece text) {
        return number(text, "a whole number");
    }

    private long number(Piece text, String expected) {
        long number = GoText.number(text.text());
        if (number < 0) {
            String found = text.text().isEmpty() ? "nothing" : "`" + text.text() + "`";
            fail("found " + found + " in " + field.word() + "; expected " + expected, text);
        }
        return number;
    }

    private void fail(String message, Piece where) {
        if (mistake == null) {
            mistake = new Mistake(message, where);
        }
    }

    private long bits(Range range) {
        int size = highest - field.min() + 1;
        long end = range.end() < range.start() ? range.end() + size : range.end();
        long bits = 0;
        for (long value = range.start(); value <= end; value += range.step()) {
            bits |= 1L << (value > highest ? (value - field.min()) % size + field.min() : value);
            if (range.step() > size) {
                break;
            }
        }
        return bits;
    }
}
