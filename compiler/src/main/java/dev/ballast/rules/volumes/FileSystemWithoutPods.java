package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.Omission;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.CoreResource;
import java.util.List;
import java.util.Optional;

/** File-system backup of volumes through pods that the filters leave out. */
final class FileSystemWithoutPods implements Rule.OfPolicy {
    @Override
    public String id() {
        return "volumes.file-system-without-pods";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        Optional<TierPlan> tier = policy.tiers().stream()
                .filter(plan -> VolumesInUse.readsFiles(plan.volumes()))
                .findFirst();
        Optional<Omission> omission = Omission.of(CoreResource.PODS, policy, environment);
        // A policy without claims is about something else than volumes.
        if (tier.isEmpty()
                || omission.isEmpty()
                || Omission.of(CoreResource.CLAIMS, policy, environment).isPresent()) {
            return List.of();
        }
        return List.of(at(
                        omission.get().place(),
                        "%s, but `file-system` reads volumes through their pods: they are neither copied nor snapshotted, and the backup completes"
                                .formatted(omission.get().reason()))
                .related(policy.volumesPlace(tier.get().tier(), "method"), "how volumes are backed up")
                .help("let pods be selected, or use a snapshot method"));
    }
}
