package dev.ballast.drift;

import dev.ballast.observed.LiveObject;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the findings about the backups of a policy are made from.
 *
 * @param tiers finest first
 * @param backups of this cluster, also of tiers that the policy has no longer
 */
record Situation(BackupPlan plan, List<TierRuns> tiers, List<ObservedBackup> backups, PolicyView view, Instant at) {
    static Situation of(BackupPlan plan, String cluster, Map<Tier, TierLife> lives, PolicyView view, Instant at) {
        List<TierRuns> tiers = plan.tiers().stream()
                .map(tier -> TierRuns.of(
                        plan, tier, cluster, lives.getOrDefault(tier.tier(), new TierLife(at, null)), view, at))
                .toList();
        List<ObservedBackup> backups = view.backups().stream()
                .filter(backup -> backup.mayBeOf(cluster))
                .toList();
        return new Situation(plan, tiers, backups, view, at);
    }

    /** Commands for people, in the namespace of this Velero. */
    Commands commands() {
        return new Commands(Stream.concat(
                        view.schedules().stream().map(schedule -> schedule.live()),
                        view.locations().values().stream().map(location -> location.live()))
                .map(LiveObject::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .findFirst()
                .orElse("velero"));
    }
}
