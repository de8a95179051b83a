package dev.ballast.drift;

import dev.ballast.calendar.CronSchedule;
import dev.ballast.forecast.Forecaster;
import dev.ballast.plan.TierPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;

/**
 * A backup that a tier should have made and that should still be there.
 *
 * @param due when it was due
 * @param expires due and TTL
 * @param next when the run after it is due; a backup that begins before then was made for this one
 */
public record Expected(Instant due, Instant expires, Instant next) {
    /**
     * How much later than due a run may begin: Velero looks once a minute, and of two runs in one minute the second waits for the queue's
     * next look.
     */
    public static final Duration LATENESS = Duration.ofMinutes(2);

    /**
     * Those of a tier that were due and have not expired, oldest first: due after its life began and not after {@code at}. A schedule that
     * counts from its last backup ({@code @every}) is taken to have kept time ever since its life began.
     */
    public static List<Expected> of(TierPlan tier, TierLife life, Instant at) {
        return due(tier, life, at.minus(tier.ttl()), List.of(), at).stream()
                .filter(expected -> expected.expires().isAfter(at))
                .toList();
    }

    /**
     * All that were due after a time, expired or not, oldest first.
     *
     * @param made when backups were made, ascending: a schedule that counts from its last backup has no times of its own
     */
    static List<Expected> due(TierPlan tier, TierLife life, Instant after, List<Instant> made, Instant at) {
        Instant paused = life.pausedSince();
        Instant to = paused != null && paused.isBefore(at) ? paused : at;
        if (tier.calendar() instanceof CronSchedule.Interval interval) {
            return counted(tier.ttl(), interval.delay(), life.since(), made, to).stream()
                    .filter(expected -> expected.due().isAfter(after))
                    .toList();
        }
        var expected = new ArrayList<Expected>();
        PrimitiveIterator.OfLong times = tier.calendar().epochSeconds(life.since(), later(life.since(), after));
        Instant due = next(times);
        while (!due.isAfter(to)) {
            Instant following = next(times);
            expected.add(new Expected(due, due.plus(tier.ttl()), following));
            due = following;
        }
        return List.copyOf(expected);
    }

    /** Each counted from the one before, from when that was made where it was: one that was made was due when it was made. */
    private static List<Expected> counted(Duration ttl, Duration delay, Instant since, List<Instant> made, Instant to) {
        var expected = new ArrayList<Expected>();
        Iterator<Instant> runs = made.iterator();
        Instant run = runs.hasNext() ? runs.next() : Instant.MAX;
        for (Instant due = since.plus(delay); !due.isAfter(to); ) {
            Instant next = due.plus(delay);
            while (run.isBefore(due) && runs.hasNext()) {
                run = runs.next();
            }
            if (!run.isBefore(due) && run.isBefore(next)) {
                due = run;
                next = run.plus(delay);
            }
            expected.add(new Expected(due, due.plus(ttl), next));
            due = next;
        }
        return List.copyOf(expected);
    }

    /** When it should be gone at the latest. */
    public Instant gone() {
        return expires.plus(Forecaster.COLLECTION_PERIOD.multipliedBy(2));
    }

    private static Instant next(PrimitiveIterator.OfLong times) {
        return times.hasNext() ? Instant.ofEpochSecond(times.nextLong()) : Instant.MAX;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
