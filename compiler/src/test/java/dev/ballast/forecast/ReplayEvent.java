package dev.ballast.forecast;

import java.util.Comparator;

/**
 * Something that happens at an instant. At one instant collections come first, then runs, then expiries.
 *
 * @param at in seconds since 1970
 * @param subject of a run the tier; else which backup, in the order in which they were made
 */
record ReplayEvent(long at, Kind kind, int subject) implements Comparable<ReplayEvent> {
    private static final Comparator<ReplayEvent> ORDER = Comparator.comparingLong(ReplayEvent::at)
            .thenComparing(ReplayEvent::kind)
            .thenComparingInt(ReplayEvent::subject);

    /** In the order of one instant. */
    enum Kind {
        COLLECTION,
        RUN,
        EXPIRY
    }

    @Override
    public int compareTo(ReplayEvent other) {
        return ORDER.compare(this, other);
    }
}
