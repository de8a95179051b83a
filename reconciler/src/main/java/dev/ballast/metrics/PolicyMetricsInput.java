package dev.ballast.metrics;

import dev.ballast.drift.CostDrift;
import dev.ballast.drift.Health;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.drift.TierLife;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Tier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one policy is at one time.
 *
 * @param cluster name of the cluster in labels
 * @param lives since when each tier is as it is
 * @param manifests drift that is still there
 * @param cost absent when nothing about its size is known
 * @param extended backups that are kept longer than their Schedule let them live
 */
public record PolicyMetricsInput(
        String environment,
        String cluster,
        BackupPlan plan,
        Map<Tier, TierLife> lives,
        PolicyView view,
        Health health,
        List<ManifestDrift> manifests,
        @Nullable CostDrift cost,
        int extended) {
    public PolicyMetricsInput {
        lives = Map.copyOf(lives);
        manifests = List.copyOf(manifests);
    }
}
