package dev.ballast.drift;

import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedSchedule;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a tier should have done and what it did, as far back as its backups live, and at least to its last run.
 *
 * @param grace how late a run may be before somebody is told
 * @param schedule absent when it is not there
 * @param backups all of this tier and cluster, by when they were asked for
 * @param runs by due time
 */
record TierRuns(
        TierPlan plan,
        TierLife life,
        Duration grace,
        @Nullable ObservedSchedule schedule,
        List<ObservedBackup> backups,
        List<TierRun> runs,
        Instant at) {
    /**
     * How long a backup may run: Velero gives up what it waits for after four hours ({@code itemOperationTimeout}, and
     * {@code --fs-backup-timeout} of its server).
     */
    static final Duration LONGEST_RUN = Duration.ofHours(4);

    /** Those of a tier. */
    static TierRuns of(BackupPlan policy, TierPlan tier, String cluster, TierLife life, PolicyView view, Instant at) {
        List<ObservedBackup> backups = view.backups().stream()
                .filter(backup -> backup.mayBeOf(cluster) && isOf(tier, backup))
                .sorted(Comparator.comparing(ObservedBackup::asked).thenComparing(ObservedBackup::name))
                .toList();
        ObservedSchedule schedule = view.schedules().stream()
                .filter(one -> one.name().equals(tier.name()))
                .findFirst()
                .orElse(null);
        Duration grace = grace(policy.terms(), tier);
        List<ObservedBackup> scheduled = backups.stream()
                .filter(backup -> tier.name().equals(backup.schedule()))
                .toList();
        List<Instant> made = scheduled.stream().map(ObservedBackup::asked).toList();
        Instant after = lookedAtAfter(tier, grace, schedule, !backups.isEmpty(), at);
        List<TierRun> runs = matched(Expected.due(tier, life, after, made, at), scheduled);
        return new TierRuns(tier, life, grace, schedule, backups, runs, at);
    }

    /** Whether a backup is of a tier: by our label, else by its Schedule. */
    static boolean isOf(TierPlan tier, ObservedBackup backup) {
        return backup.isOf(tier.tier(), tier.name());
    }

    private static Duration grace(Terms terms, TierPlan tier) {
        Terms.TierTerms own = terms.tiers().get(tier.tier());
        Duration grace = own == null ? null : own.grace();
        return grace == null ? terms.alerts().grace() : grace;
    }

    /** Early enough for all that is promised, for the last run whose grace is over, and for all since the last one that Velero made. */
    private static Instant lookedAtAfter(
            TierPlan tier, Duration grace, @Nullable ObservedSchedule schedule, boolean any, Instant at) {
        Duration longest = tier.rhythm().longest().orElse(Duration.ZERO);
        Duration back = longest.multipliedBy(2).plus(grace);
        Instant after = at.minus(back.compareTo(tier.ttl()) > 0 ? back : tier.ttl());
        if (schedule == null) {
            return after;
        }
        Instant last = schedule.lastBackup() != null || any ? schedule.lastBackup() : schedule.created();
        return last != null && last.isBefore(after) ? last : after;
    }

    private static List<TierRun> matched(List<Expected> due, List<ObservedBackup> scheduled) {
        var runs = new ArrayList<TierRun>();
        int next = 0;
        for (Expected expected : due) {
            var made = new ArrayList<ObservedBackup>();
            for (; next < scheduled.size() && scheduled.get(next).asked().isBefore(expected.next()); next++) {
                if (!scheduled.get(next).asked().isBefore(expected.due())) {
                    made.add(scheduled.get(next));
                }
            }
            runs.add(new TierRun(expected, made));
        }
        return List.copyOf(runs);
    }

    /** How the tier is. */
    TierHealth health(int atRest) {
        return new TierHealth(
                plan.tier(),
                plan.name(),
                points(),
                (int) promised().count(),
                atRest,
                backups.stream()
                        .map(ObservedBackup::begun)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                lastGood().orElse(null),
                nextRun());
    }

    /** Whether Velero refuses its Schedule. On a paused one that word is stale. */
    boolean isRefused() {
        return schedule != null && !schedule.paused() && schedule.phase().equals("FailedValidation");
    }

    /** Whether the last that it did went well, as far as it is known. */
    boolean isWell() {
        return missed().isEmpty() && lastBad().isEmpty() && backups.stream().noneMatch(this::isStuck);
    }

    boolean isRunning() {
        return life.pausedSince() == null;
    }

    /** Restore points that are there. */
    int points() {
        return (int) backups.stream().filter(backup -> backup.isPoint(at)).count();
    }

    /** Runs of which a restore point should be there. */
    Stream<TierRun> promised() {
        return runs.stream().filter(run -> run.isPromised(at));
    }

    /** When the newest good backup began. */
    Optional<Instant> lastGood() {
        return backups.stream()
                .filter(backup -> backup.phase().isGood())
                .map(ObservedBackup::begun)
                .max(Comparator.naturalOrder());
    }

    private @Nullable Instant nextRun() {
        if (!isRunning()) {
            return null;
        }
        if (!plan.calendar().isInterval()) {
            PrimitiveIterator.OfLong upcoming = plan.calendar().epochSeconds(life.since(), at);
            return upcoming.hasNext() ? Instant.ofEpochSecond(upcoming.nextLong()) : null;
        }
        // It counts from the last backup.
        Instant last = runs.isEmpty()
                ? life.since()
                : runs.get(runs.size() - 1).expected().due();
        return plan.calendar().next(last).orElse(null);
    }

    /**
     * Whether it is known how a run went: it ended, or it should have by now. One that is under way is given its time.
     */
    boolean isSettled(TierRun run) {
        return switch (run.outcome()) {
            case UNDER_WAY ->
                run.made().stream()
                        .filter(backup -> TierRun.outcome(backup) == TierRun.Outcome.UNDER_WAY)
                        .allMatch(this::isStuck);
            case NONE -> isLate(run);
            default -> true;
        };
    }

    /** Whether a backup waits or runs for too long. */
    boolean isStuck(ObservedBackup backup) {
        if (TierRun.outcome(backup) != TierRun.Outcome.UNDER_WAY) {
            return false;
        }
        return backup.phase().isQueued()
                ? backup.asked().plus(grace).isBefore(at)
                : backup.begun().plus(LONGEST_RUN).isBefore(at);
    }

    /** Whether a backup is being made, and not for too long. */
    boolean isUnderWay() {
        return backups.stream()
                .anyMatch(backup -> TierRun.outcome(backup) == TierRun.Outcome.UNDER_WAY && !isStuck(backup));
    }

    /** Whether the grace of a run is over. */
    boolean isLate(TierRun run) {
        Duration late = grace.compareTo(Expected.LATENESS) > 0 ? grace : Expected.LATENESS;
        return !run.expected().due().plus(late).isAfter(at);
    }

    /** The last runs, oldest first, that are late and were not made; none when a later one was made. */
    List<TierRun> missed() {
        int from = runs.size();
        while (from > 0 && isMissing(runs.get(from - 1))) {
            from--;
        }
        return runs.subList(from, runs.size()).stream().filter(this::isLate).toList();
    }

    private boolean isMissing(TierRun run) {
        return run.made().isEmpty() && !wasMadeAtOrAfter(run.expected().due());
    }

    /** Whether a backup was made for a run and is there no longer. */
    boolean isGone(TierRun run) {
        return run.made().isEmpty()
                && wasMadeAtOrAfter(run.expected().due())
                && !wasMadeAtOrAfter(run.expected().next());
    }

    private boolean wasMadeAtOrAfter(Instant time) {
        Instant last = schedule == null ? null : schedule.lastBackup();
        return last != null && !last.isBefore(time);
    }

    /** The last backups, newest first, that ended badly; none when the last that ended was good. */
    List<ObservedBackup> lastBad() {
        var bad = new ArrayList<ObservedBackup>();
        for (int i = backups.size() - 1; i >= 0 && !backups.get(i).phase().isGood(); i--) {
            if (backups.get(i).phase().isBad()) {
                bad.add(backups.get(i));
            }
        }
        return List.copyOf(bad);
    }
}
