package dev.ballast.guard;

import dev.ballast.observed.ObservedBackup;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/**
 * The good backups that there would be if every run had succeeded: what a policy itself holds. The guard asks for no more, so that a policy
 * whose runs succeed is never touched, however few backups it keeps. A run that still goes on is not expected to be good yet; one that has ended
 * badly is.
 */
final class ExpectedRuns {
    private final GuardInput input;
    /** Runs due by then should have ended. */
    private final Instant settled;
    /** For each tier when the runs were due whose backups should be there, in seconds since 1970, ascending; filled when first asked for. */
    private final long[] @Nullable [] due;

    /** @param forRun how long a run is waited for */
    ExpectedRuns(GuardInput input, Duration forRun) {
        this.input = input;
        this.settled = input.at().minus(forRun);
        this.due = new long[input.tiers().size()][];
    }

    /** How many newer than a backup should be there and not be about to expire. */
    int newer(ObservedBackup backup) {
        int count = 0;
        for (int i = 0; i < due.length; i++) {
            Duration ttl = input.tiers().get(i).ttl();
            Instant from = input.at().minus(ttl.minus(Margin.before(ttl)));
            count += after(i, from.isAfter(backup.begun()) ? from : backup.begun(), backup);
        }
        return count;
    }

    /** How many beside a backup should be there still when it goes. */
    int others(ObservedBackup backup, Instant then) {
        int count = 0;
        for (int i = 0; i < due.length; i++) {
            count += after(i, then.minus(input.tiers().get(i).ttl()), backup);
        }
        return count;
    }

    /**
     * When the n-th run from now on is due.
     *
     * @return {@code limit} where it is later
     */
    Instant next(int n, Instant limit) {
        long end = limit.getEpochSecond();
        long[] all = new long[0];
        for (GuardedTier tier : input.tiers()) {
            PrimitiveIterator.OfLong times = tier.runsAfter(input.at());
            long time = end;
            for (int i = 0; i < n && times.hasNext() && (time = times.nextLong()) < end; i++) {
                all = Arrays.copyOf(all, all.length + 1);
                all[all.length - 1] = time;
            }
        }
        Arrays.sort(all);
        return all.length < n ? limit : Instant.ofEpochSecond(all[n - 1]);
    }

    /** Runs of a tier after a time that ought to be good by now. */
    private int after(int tier, Instant from, ObservedBackup backup) {
        Instant since = isOfThisPolicy(backup) ? input.tiers().get(tier).since() : null;
        Instant after = since != null && since.isAfter(from) ? since : from;
        long[] times = due(tier);
        int first = times.length;
        while (first > 0 && times[first - 1] > after.getEpochSecond()) {
            first--;
        }
        return times.length - first + failed(input.tiers().get(tier), after.isAfter(settled) ? after : settled);
    }

    private long[] due(int tier) {
        long[] known = due[tier];
        if (known == null) {
            known = due(input.tiers().get(tier));
            due[tier] = known;
        }
        return known;
    }

    private long[] due(GuardedTier tier) {
        PrimitiveIterator.OfLong times = tier.runsAfter(input.at().minus(tier.ttl()));
        long end = settled.getEpochSecond();
        long[] found = new long[16];
        int count = 0;
        long time;
        while (times.hasNext() && (time = times.nextLong()) <= end) {
            found = count < found.length ? found : Arrays.copyOf(found, 2 * count);
            found[count++] = time;
        }
        return Arrays.copyOf(found, count);
    }

    /** Of a backup that an earlier policy made, what that one kept counts for what this one will keep: all of it is expected at once. */
    private boolean isOfThisPolicy(ObservedBackup backup) {
        for (GuardedTier tier : input.tiers()) {
            if (tier.tier() == backup.tier()) {
                return tier.since() == null || !backup.begun().isBefore(tier.since());
            }
        }
        return false;
    }

    private int failed(GuardedTier tier, Instant after) {
        int count = 0;
        for (ObservedBackup backup : input.backups()) {
            boolean isOne = backup.tier() == tier.tier()
                    && backup.phase().isBad()
                    && backup.begun().isAfter(after)
                    && backup.mayBeOf(input.cluster());
            count += isOne ? 1 : 0;
        }
        return count;
    }
}
