package dev.ballast.cost;

/** Bytes, from the least they can be to the most; ascending, none negative. */
public record ByteRange(long low, long estimate, long high) {
    /** No bytes. */
    public static final ByteRange NONE = exactly(0);

    public ByteRange {
        if (low < 0 || low > estimate || estimate > high) {
            throw new IllegalArgumentException("not 0 <= %d <= %d <= %d".formatted(low, estimate, high));
        }
    }

    /** Bytes that are known. */
    public static ByteRange exactly(long bytes) {
        return new ByteRange(bytes, bytes, bytes);
    }

    /** The range that holds three numbers; the second stays the estimate. */
    static ByteRange around(long low, long estimate, long high) {
        return new ByteRange(Math.min(low, estimate), estimate, Math.max(high, estimate));
    }

    /** Both together. */
    public ByteRange plus(ByteRange other) {
        return new ByteRange(low + other.low, estimate + other.estimate, high + other.high);
    }
}
