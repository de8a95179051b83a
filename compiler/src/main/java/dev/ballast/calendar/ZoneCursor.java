package dev.ballast.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** Offsets of one zone, with the stretch of constant offset that was asked for last kept at hand. Not for sharing between threads. */
final class ZoneCursor {
    private final ZoneRules rules;
    private long start = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;
    private int offset;

    ZoneCursor(ZoneId zone) {
        this.rules = zone.getRules();
        if (rules.isFixedOffset()) {
            start = Long.MIN_VALUE;
            end = Long.MAX_VALUE;
            offset = rules.getOffset(Instant.EPOCH).getTotalSeconds();
        }
    }

    /** Whether the zone has one offset at all times. */
    boolean isFixed() {
        return rules.isFixedOffset();
    }

    /** Seconds east of Greenwich at an instant, in seconds since 1970. */
    int offsetAt(long instant) {
        if (instant < start || instant >= end) {
            load(instant);
        }
        return offset;
    }

    /** Whether the offset is the same all the time between two instants. */
    boolean isConstant(long from, long to) {
        offsetAt(from);
        return to < end;
    }

    /**
     * The instant that Go's {@code time.Date} gives for a local time: in a gap and in a repeat it depends on which side of the change
     * the local time falls when read as UTC.
     */
    long dateToInstant(long local) {
        int guess = offsetAt(local);
        if (guess == 0) {
            return local;
        }
        return local - offsetAt(local - guess);
    }

    private void load(long instant) {
        Instant at = Instant.ofEpochSecond(instant);
        ZoneOffsetTransition before = rules.previousTransition(at.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(at);
        start = before == null ? Long.MIN_VALUE : before.toEpochSecond();
        end = after == null ? Long.MAX_VALUE : after.toEpochSecond();
        offset = rules.getOffset(at).getTotalSeconds();
    }
}
