package dev.ballast.calendar;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The values that one field of a cron allows.
 *
 * @param bits bit {@code n} is set when value {@code n} is allowed; Sunday is bit 0; no bit at all for a field like {@code ,}
 * @param star whether the library counts the field as unrestricted when it puts day-of-month and day-of-week together
 */
public record FieldSet(CronField field, long bits, boolean star) {

    public FieldSet {
        if ((bits & ~mask(field)) != 0) {
            throw new IllegalArgumentException("bits outside of " + field + ": " + Long.toBinaryString(bits));
        }
    }

    static FieldSet every(CronField field) {
        return new FieldSet(field, mask(field), true);
    }

    static FieldSet only(CronField field, int value) {
        return new FieldSet(field, 1L << value, false);
    }

    private static long mask(CronField field) {
        return (1L << (field.max() + 1)) - (1L << field.min());
    }

    public boolean contains(int value) {
        return (bits >>> value & 1) != 0;
    }

    /** Whether every value of the field is allowed, however that was written. */
    public boolean isEvery() {
        return bits == mask(field);
    }

    public boolean isEmpty() {
        return bits == 0;
    }

    public int size() {
        return Long.bitCount(bits);
    }

    /** The values, ascending. */
    public List<Integer> values() {
        return IntStream.rangeClosed(field.min(), field.max())
                .filter(this::contains)
                .boxed()
                .toList();
    }

    /** The least value that is at least {@code from}, or -1. */
    int atLeast(int from) {
        long rest = bits >>> from;
        return rest == 0 ? -1 : from + Long.numberOfTrailingZeros(rest);
    }
}
