package dev.ballast.guard;

import dev.ballast.observed.ObservedBackup;
import dev.ballast.policy.Tier;
import dev.ballast.simulator.Removal;
import dev.ballast.simulator.SimulatedVelero;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the guard keeps its word while a history is played. What a policy would hold if every run succeeded is counted here from its due
 * times alone, laid out before anything happens.
 */
final class Promises implements GuardedCluster.Witness {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 24 * HOUR;

    private final History history;
    private final SimulatedVelero velero;
    private final long[][] due;
    private final List<String> broken = new ArrayList<>();
    private final int wanted;
    private final boolean everyOneIsHeld;
    private final boolean isCalm;
    private int removals;
    private int most;
    private int extended;
    private boolean over;

    Promises(History history, SimulatedVelero velero) {
        this.history = history;
        this.velero = velero;
        this.wanted = history.wanted();
        this.due = history.tiers().stream().map(tier -> due(tier, history)).toArray(long[][]::new);
        this.everyOneIsHeld = history.isRoomy()
                && !history.has(Trouble.Kind.GUARD_DOWN)
                && !history.has(Trouble.Kind.OBJECT_DELETED)
                && !history.has(Trouble.Kind.DELETION_REQUESTED);
        this.isCalm = history.failing() == 0 && history.troubles().isEmpty();
    }

    private static long[] due(History.Kept tier, History history) {
        PrimitiveIterator.OfLong times = tier.calendar().epochSeconds(Instant.ofEpochSecond(history.from()));
        long[] due = new long[16];
        int count = 0;
        for (long time = times.nextLong(); time <= history.to(); time = times.nextLong()) {
            due = count < due.length ? due : Arrays.copyOf(due, 2 * count);
            due[count++] = time;
        }
        return Arrays.copyOf(due, count);
    }

    /** What was broken. */
    List<String> broken() {
        return broken;
    }

    /** Dates that were moved. */
    int extended() {
        return extended;
    }

    @Override
    public void happened() {
        if (over) {
            return;
        }
        List<Removal> all = velero.removals();
        while (removals < all.size()) {
            Removal removal = all.get(removals++);
            if (removal.cause() == Removal.Cause.COLLECTED
                    && removal.backup().phase().isGood()) {
                collected(removal.backup());
            }
        }
        if (everyOneIsHeld) {
            int there = good(Long.MIN_VALUE, Long.MIN_VALUE);
            most = Math.max(most, Math.min(wanted, there));
            check(there >= most, () -> "%d good backups are there, and %d were".formatted(there, most));
        }
    }

    /** The newest stay, as far as the policy itself would hold as many. */
    private void collected(ObservedBackup gone) {
        long now = velero.now();
        long expires = seconds(gone.expires());
        long window = window(expires - seconds(gone.begun()));
        if (wasUnguarded(expires - window, now) || gone.created().getEpochSecond() == now) {
            return;
        }
        long slack = slack(window);
        int newer = good(seconds(gone.begun()), now);
        int newerDue = wouldBeThere(seconds(gone.begun()), now, slack, true);
        check(
                newer >= Math.min(wanted, newerDue),
                () -> "%s was collected with %d newer, %d would be there".formatted(gone.name(), newer, newerDue));
        int all = good(Long.MIN_VALUE, now);
        int allDue = wouldBeThere(Long.MIN_VALUE, now, slack, false);
        check(
                all >= Math.min(wanted, Math.max(1, allDue)),
                () -> "%s was collected with %d others, %d would be there".formatted(gone.name(), all, allDue));
    }

    @Override
    public void extended(Extension extension) {
        if (over) {
            return;
        }
        extended++;
        long now = velero.now();
        check(extension.to().isAfter(extension.from()), () -> "%s was shortened".formatted(extension.backup()));
        check(wanted > 0, () -> "%s was extended, though nothing is to be held".formatted(extension.backup()));
        boolean isLast = good(Long.MIN_VALUE, seconds(extension.from())) <= 1;
        check(!isCalm || isLast, () -> "%s was extended, though every run succeeded".formatted(extension.backup()));
        check(
                seconds(extension.to()) <= now + 7 * DAY + 1,
                () -> "%s was extended for more than a week".formatted(extension.backup()));
        check(
                isLast || isAnyMissing(now),
                () -> "%s was extended, though no backup is missing".formatted(extension.backup()));
    }

    /** The history is over: from now on everything works. */
    void end() {
        over = true;
    }

    /** Everything has worked for long enough: nothing lives longer than its TTL. */
    void recovered() {
        for (ObservedBackup backup : velero.backups()) {
            check(!backup.isExtended(), () -> "%s is still extended".formatted(backup.name()));
        }
    }

    /** Backups that would not be about to expire, or any, if every run had been good some time after it was due. */
    private int wouldBeThere(long after, long now, long slack, boolean lasting) {
        int count = 0;
        for (int tier = 0; tier < due.length; tier++) {
            long ttl = history.tiers().get(tier).ttl();
            long life = lasting ? ttl - window(ttl) : ttl;
            for (long time : due[tier]) {
                count += time > after && time <= now - slack && time + life > now ? 1 : 0;
            }
        }
        return count;
    }

    /** Whether some run that is due has no good backup to show. */
    private boolean isAnyMissing(long now) {
        List<ObservedBackup> backups = velero.backups();
        for (int tier = 0; tier < due.length; tier++) {
            History.Kept kept = history.tiers().get(tier);
            for (int i = 0; i < due[tier].length; i++) {
                long time = due[tier][i];
                long next = i + 1 < due[tier].length ? due[tier][i + 1] : Long.MAX_VALUE;
                if (time <= now && time + kept.ttl() > now && !isMade(backups, kept.tier(), time, next)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMade(List<ObservedBackup> backups, Tier tier, long from, long to) {
        for (ObservedBackup backup : backups) {
            long begun = seconds(backup.begun());
            if (backup.tier() == tier && backup.phase().isGood() && begun >= from && begun < to) {
                return true;
            }
        }
        return false;
    }

    private int good(long begunAfter, long expiresAfter) {
        int count = 0;
        for (ObservedBackup backup : velero.backups()) {
            if (backup.phase().isGood()
                    && seconds(backup.begun()) > begunAfter
                    && seconds(backup.expires()) > expiresAfter) {
                count++;
            }
        }
        return count;
    }

    /** How long after it was due a run is certainly judged: its length twice, a wait for another one's, a minute for each loop, and a look. */
    private long slack(long window) {
        return 2 * (history.seconds() * due.length + due.length * MINUTE) + 4 * MINUTE + Math.max(MINUTE, window / 8);
    }

    private static long window(long life) {
        return Math.min(6 * HOUR, life / 4);
    }

    private boolean wasUnguarded(long from, long to) {
        return history.troubles().stream()
                .anyMatch(trouble ->
                        trouble.kind() == Trouble.Kind.GUARD_DOWN && trouble.from() <= to && trouble.to() > from);
    }

    private void check(boolean holds, Supplier<String> message) {
        if (!holds) {
            broken.add(Instant.ofEpochSecond(velero.now()) + " " + message.get());
        }
    }

    private static long seconds(@Nullable Instant time) {
        return time == null ? Long.MAX_VALUE : time.getEpochSecond();
    }
}
