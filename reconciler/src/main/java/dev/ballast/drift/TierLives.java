package dev.ballast.drift;

import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedSchedule;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Since when each tier of a policy is as it is: as recorded, else as far as the cluster shows it. What can only be guessed is guessed late,
 * since what is expected from too early on would be missed for as long as a backup lives.
 */
public final class TierLives {
    /** Starts and expiries of one backup are stamped at different moments of the same reconciliation. */
    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final String cluster;
    private final PolicyView view;
    private final Instant at;

    private TierLives(String cluster, PolicyView view, Instant at) {
        this.cluster = cluster;
        this.view = view;
        this.at = at;
    }

    /**
     * The lives of all tiers of a policy.
     *
     * <p>A recorded life holds as it is, but for the pause: whether a Schedule is paused it says itself. One that goes on after a recorded
     * pause begins a new life when it goes on, since nothing was due in between.
     *
     * <p>Without a record a life begins when the Schedule was created, also of one that was adopted, unless its TTL or its times may have
     * changed later: then when they were last written, or just before the first backup from which on all backups live as long as they would
     * now, whichever is earlier. So a TTL that was raised promises no backups that expired under the one before.
     *
     * @param recorded what was found before; may lack tiers
     */
    public static Map<Tier, TierLife> of(
            BackupPlan plan, String cluster, PolicyView view, Map<Tier, TierLife> recorded, Instant at) {
        var lives = new TierLives(cluster, view, at);
        var all = new EnumMap<Tier, TierLife>(Tier.class);
        plan.tiers().forEach(tier -> all.put(tier.tier(), lives.life(tier, recorded.get(tier.tier()))));
        return all;
    }

    private TierLife life(TierPlan tier, @Nullable TierLife recorded) {
        ObservedSchedule schedule = view.schedules().stream()
                .filter(one -> one.name().equals(tier.name()))
                .findFirst()
                .orElse(null);
        if (schedule == null) {
            // Deleted by hand, or not applied yet: in the first case its runs are still expected.
            return recorded == null ? new TierLife(at, null) : recorded;
        }
        if (recorded == null) {
            return new TierLife(since(tier, schedule), pausedSince(schedule, null));
        }
        boolean resumed = recorded.pausedSince() != null && !schedule.paused();
        Instant since = resumed ? resumedAt(schedule, recorded) : recorded.since();
        return new TierLife(since, pausedSince(schedule, recorded.pausedSince()));
    }

    private @Nullable Instant pausedSince(ObservedSchedule schedule, @Nullable Instant recorded) {
        if (!schedule.paused()) {
            return null;
        }
        return recorded != null
                ? recorded
                : ManagedFields.of(schedule.live())
                        .last("f:spec", "f:paused")
                        .filter(time -> !time.isAfter(at))
                        .orElse(at);
    }

    private Instant resumedAt(ObservedSchedule schedule, TierLife recorded) {
        Instant paused = recorded.pausedSince();
        return ManagedFields.of(schedule.live())
                .last("f:spec", "f:paused")
                .filter(time -> paused != null && time.isAfter(paused) && !time.isAfter(at))
                .orElse(at);
    }

    private Instant since(TierPlan tier, ObservedSchedule schedule) {
        Instant created = schedule.created();
        Instant written = written(schedule);
        List<ObservedBackup> backups = backups(tier);
        int asNow = backups.size();
        while (asNow > 0 && livesAsNow(tier, backups.get(asNow - 1))) {
            asNow--;
        }
        if (asNow == 0 && (written == null || !written.isAfter(created))) {
            return created;
        }
        Instant floor =
                asNow == 0 ? created : later(created, backups.get(asNow - 1).asked());
        Instant proven = asNow < backups.size() ? backups.get(asNow).asked().minusSeconds(1) : null;
        return Stream.of(Optional.ofNullable(proven), Optional.ofNullable(written))
                .flatMap(Optional::stream)
                .filter(time -> time.isAfter(floor))
                .min(Comparator.naturalOrder())
                .orElse(floor);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** When times or TTL may have been written last. */
    private static @Nullable Instant written(ObservedSchedule schedule) {
        ManagedFields fields = ManagedFields.of(schedule.live());
        return Stream.of(fields.last("f:spec", "f:schedule"), fields.last("f:spec", "f:template", "f:ttl"))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Those of a tier that have an end, by when they were asked for. */
    private List<ObservedBackup> backups(TierPlan tier) {
        return view.backups().stream()
                .filter(backup -> backup.mayBeOf(cluster) && TierRuns.isOf(tier, backup))
                .filter(backup -> backup.started() != null && backup.expires() != null)
                .sorted(Comparator.comparing(ObservedBackup::asked))
                .toList();
    }

    /** Whether a backup lives as long as the tier's do now, or longer: one whose life was extended does. */
    private static boolean livesAsNow(TierPlan tier, ObservedBackup backup) {
        Instant expires = backup.expires();
        return expires != null
                && !backup.begun().plus(tier.ttl()).minus(TOLERANCE).isAfter(expires);
    }
}
