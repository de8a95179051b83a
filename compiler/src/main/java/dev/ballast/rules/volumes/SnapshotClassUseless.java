package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes;
import dev.ballast.policy.Volumes.Method;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** Classes for snapshots where none are made. */
final class SnapshotClassUseless implements Rule.OfTier {
    @Override
    public String id() {
        return "volumes.snapshot-class-useless";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        Volumes volumes = tier.volumes();
        Method method = volumes.method();
        if (method == null || volumes.snapshotClasses().isEmpty() || VolumesInUse.snapshots(volumes)) {
            return List.of();
        }
        return List.of(at(
                        policy.volumesPlace(tier.tier(), "snapshotClasses").key(),
                        "`snapshotClasses` has no effect: with `%s` no snapshot is made".formatted(method.word()))
                .related(policy.volumesPlace(tier.tier(), "method"), "the method")
                .help("remove it"));
    }
}
