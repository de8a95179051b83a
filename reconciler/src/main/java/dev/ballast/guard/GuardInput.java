package dev.ballast.guard;

import dev.ballast.drift.TierLife;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the guard judges one policy by.
 *
 * @param cluster whose backups are guarded; those that another cluster made are left to that one
 * @param wanted how many of the newest good backups are never let go, from 0: then nothing is guarded
 * @param backups those of the policy
 * @param deleting names of backups that somebody has asked Velero to delete, its own collection included
 * @param at now
 */
public record GuardInput(
        String cluster,
        int wanted,
        List<GuardedTier> tiers,
        List<ObservedBackup> backups,
        Set<String> deleting,
        Instant at) {
    public GuardInput {
        tiers = List.copyOf(tiers);
        backups = List.copyOf(backups);
        deleting = Set.copyOf(deleting);
        if (wanted < 0) {
            throw new IllegalArgumentException("from 0, not " + wanted);
        }
    }

    /**
     * Of a policy.
     *
     * @param promised restore points at rest, over all tiers, as though it were not suspended: no more than these are guarded
     * @param lives since when its tiers are as they are, as far as that is known
     */
    public static GuardInput of(
            BackupPlan plan, String cluster, int promised, Map<Tier, TierLife> lives, PolicyView view, Instant at) {
        return new GuardInput(
                cluster,
                Math.min(plan.terms().minGood(), promised),
                plan.tiers().stream()
                        .map(tier -> GuardedTier.of(tier, lives.get(tier.tier())))
                        .toList(),
                view.backups(),
                view.deletions().values().stream()
                        .filter(deletion -> !deletion.phase().equals("Processed"))
                        .map(deletion -> deletion.backup())
                        .collect(Collectors.toUnmodifiableSet()),
                at);
    }
}
