package dev.ballast.guard;

import dev.ballast.drift.Expected;
import dev.ballast.observed.ObservedBackup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long before a backup expires the guard decides, and how long it lets it live on. */
final class Margin {
    /** Long enough for a reconciler that restarts, a server that is upgraded, and a person who is called. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private static final int PART = 4;
    /** Looks in the time before an expiry. */
    private static final int LOOKS = 8;

    private static final Duration SHORTEST_LOOK = Duration.ofMinutes(1);

    /** Velero gives up on volume data after four hours unless told otherwise; a run that takes longer than this is late. */
    private static final Duration LONGEST_RUN = Duration.ofHours(6);

    private Margin() {}

    /** How long before its expiry a life of some length is decided upon: a quarter of it in whole seconds, at most six hours. */
    static Duration before(Duration life) {
        return least(Duration.ofSeconds(life.toSeconds() / PART), LONGEST);
    }

    /** When a backup is decided upon. */
    static Instant opens(Instant begun, Instant expires) {
        return expires.minus(before(Duration.between(begun, expires)));
    }

    /** When a backup is decided upon at last, though a run may be about to make a newer one: with an eighth of that time left. */
    static Instant closes(Instant begun, Instant expires) {
        return expires.minus(before(Duration.between(begun, expires)).dividedBy(LOOKS));
    }

    /** The expiry of a backup that is to be decided upon not before a time: the inverse of {@link #opens}. */
    static Instant expiryFor(Instant begun, Instant decided) {
        return decided.plus(least(Duration.between(begun, decided).dividedBy(PART - 1), LONGEST));
    }

    /** How long until the next look at a backup that is about to expire. */
    static Duration look(Duration before) {
        Duration part = before.dividedBy(LOOKS);
        return part.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : part;
    }

    /**
     * How long after it was due a run is waited for before it counts as missing: twice what the slowest good one took from its creation, its
     * wait in Velero's queue included.
     */
    static Duration forRun(List<ObservedBackup> good) {
        Duration slowest = Duration.ZERO;
        for (ObservedBackup backup : good) {
            Instant completed = backup.completed();
            if (completed != null && completed.isAfter(backup.created().plus(slowest))) {
                slowest = Duration.between(backup.created(), completed);
            }
        }
        return least(Expected.LATENESS.plus(slowest.multipliedBy(2)), LONGEST_RUN);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
