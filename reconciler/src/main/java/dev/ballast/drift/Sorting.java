package dev.ballast.drift;

import dev.ballast.cost.Deposits;
import dev.ballast.cost.Kept;
import dev.ballast.cost.Site;
import dev.ballast.forecast.Forecaster;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import dev.ballast.policy.Volumes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sorts the backups of one policy into those that should be there and those that should not. */
final class Sorting {
    /** Velero looks for what has expired once an hour, and a deletion may take until the next look. */
    static final Duration GRACE = Forecaster.COLLECTION_PERIOD.multipliedBy(2);

    private final BackupPlan plan;
    private final Sites sites;
    private final Instant at;
    private final Duration tail;
    private final List<Copy> expected = new ArrayList<>();
    private final List<Copy> missing = new ArrayList<>();
    private final List<Copy> overdue = new ArrayList<>();
    private final List<Copy> unmanaged = new ArrayList<>();
    private final Set<ObservedBackup> sorted = new HashSet<>();

    Sorting(BackupPlan plan, Sites sites, Deposits deposits, Instant at) {
        this.plan = plan;
        this.sites = sites;
        this.at = at;
        this.tail = Duration.ofSeconds(deposits.tail(plan));
    }

    /**
     * Sorts backups.
     *
     * @param backups that carry the name of the policy, or that a Schedule of it made
     * @param byHand those of nobody that hold its volumes
     * @param folders in its stores that no Backup accounts for
     * @param strays its snapshots that no Backup accounts for
     */
    Copies sort(
            Map<Tier, TierLife> lives,
            List<ObservedBackup> backups,
            List<ObservedBackup> byHand,
            List<Folder> folders,
            List<Stray> strays) {
        List<ObservedBackup> holding = backups.stream()
                .filter(Sorting::holdsBytes)
                .sorted(Comparator.comparing(ObservedBackup::asked).thenComparing(ObservedBackup::name))
                .toList();
        for (TierPlan tier : plan.tiers()) {
            TierLife life = lives.getOrDefault(tier.tier(), new TierLife(at, null));
            tier(
                    tier,
                    life,
                    holding.stream()
                            .filter(backup -> TierRuns.isOf(tier, backup))
                            .toList());
        }
        holding.stream().filter(backup -> !sorted.contains(backup)).forEach(this::ofNoTier);
        byHand.stream().filter(Sorting::holdsBytes).forEach(backup -> unmanaged.add(copy(backup, null)));
        return new Copies(
                expected,
                missing,
                overdue,
                unmanaged,
                folders.stream().map(this::orphan).toList(),
                strays.stream().map(this::stray).toList());
    }

    /** A folder named after a Schedule and a time. */
    record Folder(String name, TierPlan tier, Instant begun, Site place) {}

    /** Snapshots that were made for a backup, named after a Schedule and a time, which is gone. */
    record Stray(String backup, TierPlan tier, Instant begun) {}

    /** Those that Velero refused never wrote anything; all others may have. */
    private static boolean holdsBytes(ObservedBackup backup) {
        return backup.phase() != BackupPhase.FAILED_VALIDATION;
    }

    private void tier(TierPlan tier, TierLife life, List<ObservedBackup> backups) {
        List<ObservedBackup> scheduled = backups.stream()
                .filter(backup -> backup.schedule() == null || tier.name().equals(backup.schedule()))
                .toList();
        List<Instant> made = scheduled.stream().map(ObservedBackup::asked).toList();
        Instant after = at.minus(tier.ttl()).minus(tail);
        // One that was made late outlives its run: so the runs before are looked at too.
        Instant from = after.minus(tier.tier().period()).minus(Duration.ofDays(1));
        List<Expected> runs = Expected.due(tier, life, from, made, at);
        List<@Nullable ObservedBackup> matched = match(runs, scheduled);
        List<@Nullable String> places = places(tier, matched);
        for (int i = 0; i < runs.size(); i++) {
            ObservedBackup backup = matched.get(i);
            if (backup != null) {
                sorted.add(backup);
                Instant planned = backup.begun().plus(tier.ttl());
                boolean late = !isGuarded(backup) && isOver(earlier(planned, backup.expires()));
                (late ? overdue : expected).add(copy(backup, tier));
            } else if (runs.get(i).due().isAfter(after)) {
                without(tier, runs.get(i), places.get(i));
            }
        }
        backups.stream().filter(backup -> !sorted.contains(backup)).forEach(backup -> odd(tier, life, backup));
    }

    /** The backup of each run; absent where there is none. */
    private static List<@Nullable ObservedBackup> match(List<Expected> runs, List<ObservedBackup> scheduled) {
        var matched = new ArrayList<@Nullable ObservedBackup>();
        int next = 0;
        for (Expected run : runs) {
            while (next < scheduled.size() && scheduled.get(next).asked().isBefore(run.due())) {
                next++;
            }
            boolean made =
                    next < scheduled.size() && scheduled.get(next).asked().isBefore(run.next());
            matched.add(made ? scheduled.get(next++) : null);
        }
        return matched;
    }

    /** The location in which each run left its bytes; those of one that is gone lie where the backup after it lies. */
    private static List<@Nullable String> places(TierPlan tier, List<@Nullable ObservedBackup> matched) {
        var places = new ArrayList<@Nullable String>(Collections.nCopies(matched.size(), null));
        String place = name(tier);
        for (int i = matched.size() - 1; i >= 0; i--) {
            ObservedBackup backup = matched.get(i);
            place = backup == null || backup.store() == null ? place : backup.store();
            places.set(i, place);
        }
        return places;
    }

    private void without(TierPlan tier, Expected run, @Nullable String place) {
        if (!run.expires().isAfter(at)) {
            // It is gone, as it should be; what it held stays for a while, and nothing in the cluster shows it.
            expected.add(virtual(run, tier, run.expires().getEpochSecond(), place));
        } else if (!run.due().plus(Expected.LATENESS).isAfter(at)) {
            Copy copy = virtual(run, tier, Kept.STAYS, name(tier));
            expected.add(copy);
            missing.add(copy);
        }
    }

    /** One that was made for no run: before the tier was as it is, or by hand. */
    private void odd(TierPlan tier, TierLife life, ObservedBackup backup) {
        sorted.add(backup);
        boolean earlier = !backup.asked().isAfter(life.since());
        Instant planned = earlier ? Instant.MAX : backup.begun().plus(tier.ttl());
        if (isGuarded(backup)) {
            expected.add(copy(backup, tier));
        } else if (isOver(earlier(planned, backup.expires()))) {
            overdue.add(copy(backup, tier));
        } else {
            boolean wanted = earlier || !planned.isAfter(at);
            (wanted ? expected : unmanaged).add(copy(backup, tier));
        }
    }

    /** One of a tier that is no more keeps the expiry that it was made with. */
    private void ofNoTier(ObservedBackup backup) {
        Instant expires = backup.expires();
        boolean over = expires != null && isOver(expires) && !isGuarded(backup);
        boolean wanted = backup.tier() != null || backup.schedule() != null;
        (over ? overdue : wanted ? expected : unmanaged).add(copy(backup, null));
    }

    /** What the guard keeps, the policy asked for. */
    private boolean isGuarded(ObservedBackup backup) {
        return backup.originallyExpires() != null
                && backup.expires() != null
                && backup.expires().isAfter(at);
    }

    private boolean isOver(Instant expires) {
        return expires.isBefore(at.minus(GRACE)) || expires.equals(at.minus(GRACE));
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private Copy virtual(Expected run, TierPlan tier, long ended, @Nullable String place) {
        Kept home = home(run.due(), ended, tier);
        return new Copy(Wording.time(run.due()), home, sites.of(place).orElse(home.store()), sites.snapshots(), null);
    }

    private Copy copy(ObservedBackup backup, @Nullable TierPlan tier) {
        TierPlan like = tier == null ? last() : tier;
        Kept home = home(backup.begun(), Kept.STAYS, like);
        if (tier == null) {
            // Where it should be nobody says: it is at home where it is.
            home = home.at(sites.of(backup.store()).orElse(home.store()), sites.snapshots());
        }
        String location = backup.store() == null ? name(like) : backup.store();
        return new Copy(backup.name(), home, sites.of(location).orElse(home.store()), sites.snapshots(), backup);
    }

    private Copy orphan(Folder folder) {
        Kept home = home(folder.begun(), Kept.STAYS, folder.tier());
        return new Copy(folder.name(), home, folder.place(), sites.snapshots(), null);
    }

    private Copy stray(Stray stray) {
        Site store = Sites.home(stray.tier().store());
        Kept home = new Kept(
                stray.begun().getEpochSecond(),
                Kept.STAYS,
                Volumes.Method.SNAPSHOT,
                store,
                sites.homeOfSnapshots(),
                true,
                false);
        return new Copy(stray.backup(), home, store, sites.snapshots(), null);
    }

    private Kept home(Instant begun, long ended, @Nullable TierPlan tier) {
        Volumes.Method method = tier == null ? null : tier.volumes().method();
        Site store = tier == null ? null : Sites.home(tier.store());
        return new Kept(begun.getEpochSecond(), ended, method, store, sites.homeOfSnapshots(), true, true);
    }

    /** Where a tier that is no more put its backups, and how, is not known: most likely like the last of the others. */
    private @Nullable TierPlan last() {
        return plan.tiers().isEmpty() ? null : plan.tiers().get(plan.tiers().size() - 1);
    }

    private static @Nullable String name(@Nullable TierPlan tier) {
        return tier == null || tier.store() == null ? null : tier.store().name();
    }
}
