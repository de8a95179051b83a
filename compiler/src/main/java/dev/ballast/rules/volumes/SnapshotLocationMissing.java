package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Meta;
import dev.ballast.policy.Volumes.Method;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** An environment that gives no reason to believe that a volume can be snapshotted. */
final class SnapshotLocationMissing implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "volumes.snapshot-location-missing";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    /** What the environment denies is worse, and another rule's. */
    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        var declared = environment.environment();
        List<String> policies = environment.policies().stream()
                .filter(SnapshotLocationMissing::snapshots)
                .map(BackupPlan::name)
                .toList();
        if (!environment.declared()
                || declared.velero().csi() != null
                || !declared.snapshotLocations().isEmpty()
                || policies.isEmpty()) {
            return List.of();
        }
        return List.of(at(
                        place(declared.meta(), declared.velero().version() != null),
                        "`%s`%s with `method: snapshot`, and this environment says neither `csi: true` nor a snapshot location: Velero passes over volumes that it cannot snapshot, and the backup completes"
                                .formatted(
                                        policies.get(0),
                                        policies.size() == 1
                                                ? " backs up volumes"
                                                : " and %d more back up volumes".formatted(policies.size() - 1)))
                .help("write `csi: true` or `csi: false` under `velero`, or list `snapshotLocations`"));
    }

    private static Place.Field place(Meta meta, boolean hasVelero) {
        return meta.place(hasVelero ? "/spec/velero" : "/spec").key();
    }

    private static boolean snapshots(BackupPlan policy) {
        return policy.tiers().stream().anyMatch(tier -> tier.volumes().method() == Method.SNAPSHOT);
    }
}
