package dev.ballast.calendar;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.function.LongUnaryOperator;

/** Runs one after the other, each found from the one before. */
final class RunIterator implements PrimitiveIterator.OfLong {
    private final LongUnaryOperator next;
    private long upcoming;

    RunIterator(long after, LongUnaryOperator next) {
        this.next = next;
        this.upcoming = next.applyAsLong(after);
    }

    @Override
    public boolean hasNext() {
        return upcoming != LocalSearch.NEVER;
    }

    @Override
    public long nextLong() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long run = upcoming;
        upcoming = next.applyAsLong(run);
        return run;
    }

    /** Passes over runs up to a time, inclusive. */
    void skipThrough(long time) {
        while (upcoming <= time && hasNext()) {
            nextLong();
        }
    }
}
