package dev.ballast.calendar;

import java.util.List;
import java.util.OptionalInt;

/** One of the five fields of a cron, in their order. */
public enum CronField {
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY_OF_MONTH("day-of-month", 1, 31, ""),
    MONTH("month", 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"),
    DAY_OF_WEEK("day-of-week", 0, 6, "sun mon tue wed thu fri sat");

    private final String word;
    private final int min;
    private final int max;
    /** Names of the values, ascending, with a space between them. */
    private final String names;

    CronField(String word, int min, int max, String names) {
        this.word = word;
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /** The field's name for people, for example {@code day-of-week}. */
    public String word() {
        return word;
    }

    /** The least value. */
    public int min() {
        return min;
    }

    /** The greatest value; Sunday is 0 in day-of-week. */
    public int max() {
        return max;
    }

    /** The greatest value that may be written: some libraries read 7 as Sunday. */
    int highest(CronDialect dialect) {
        return this == DAY_OF_WEEK && dialect.readsModernRanges() ? 7 : max;
    }

    private List<String> names() {
        return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    }

    /** The value that a three-letter English name stands for, in any case. */
    OptionalInt named(String name) {
        // Go lowers each code point by itself, as this does; String.toLowerCase would not always.
        String lower = name.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int index = names().indexOf(lower);
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index + min);
    }

    /** What may stand in the field, for messages. */
    String expected(CronDialect dialect) {
        String numbers = min + " to " + highest(dialect);
        return names.isEmpty() ? numbers : numbers + " or `" + names().get(0) + "` to `" + names().get(max - min) + "`";
    }
}
