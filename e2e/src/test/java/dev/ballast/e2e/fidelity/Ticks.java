package dev.ballast.e2e.fidelity;

import java.time.Duration;
import java.time.Instant;

/**
 * When the periodic loops of a Velero look, given that it started at one of these moments.
 *
 * @param phase since 1970, or any number of periods after that
 */
record Ticks(Duration phase) {
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Duration HOUR = Duration.ofHours(1);

    /** The first look at or after a time. */
    Instant from(Instant time, Duration period) {
        return before(time.plus(period), period);
    }

    /** The last look strictly before a time. */
    Instant before(Instant time, Duration period) {
        long seconds = period.toSeconds();
        long gone = time.getEpochSecond() - phase.toSeconds() - (time.getNano() == 0 ? 1 : 0);
        return Instant.ofEpochSecond(phase.toSeconds() + Math.floorDiv(gone, seconds) * seconds);
    }
}
