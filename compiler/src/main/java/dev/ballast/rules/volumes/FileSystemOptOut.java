package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes.Method;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A reminder of the volumes that file-system backup never sees. */
final class FileSystemOptOut implements Rule.OfTier {
    @Override
    public String id() {
        return "volumes.file-system-opt-out";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        if (tier.volumes().method() != Method.FILE_SYSTEM) {
            return List.of();
        }
        return List.of(at(
                        policy.volumesPlace(tier.tier(), "method"),
                        "`file-system` reads the volumes of running pods: claims that no pod mounts, workloads scaled to zero and `hostPath` volumes are passed over, and the backup completes")
                .help("use `snapshot-move` for volumes that are not always mounted"));
    }
}
