package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.Omission;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes.Method;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.CoreResource;
import java.util.List;
import java.util.Optional;

/** A method for volumes whose claims the filters leave out. */
final class ClaimsExcluded implements Rule.OfPolicy {
    @Override
    public String id() {
        return "volumes.claims-excluded";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        Optional<TierPlan> tier =
                policy.tiers().stream().filter(ClaimsExcluded::backsUpVolumes).findFirst();
        Optional<Omission> omission =
                Omission.of(CoreResource.CLAIMS, policy, environment).or(() -> excludedVolumes(policy, environment));
        if (tier.isEmpty() || omission.isEmpty()) {
            return List.of();
        }
        String method =
                tier.map(plan -> plan.volumes().method()).map(Method::word).orElse("");
        return List.of(at(
                        omission.get().place(),
                        "%s, yet the volume method is `%s`: without its claim and volume no data comes back from a restore"
                                .formatted(omission.get().reason(), method))
                .related(policy.volumesPlace(tier.get().tier(), "method"), "the method")
                .help("write `method: none` if no volumes are meant, else let the filters take them"));
    }

    /** A list of included resources need not name volumes: they come with their claims. */
    private static Optional<Omission> excludedVolumes(BackupPlan policy, EnvironmentPlan environment) {
        return policy.selection().excludedResources().stream().anyMatch(CoreResource.VOLUMES::isMeantBy)
                ? Omission.of(CoreResource.VOLUMES, policy, environment)
                : Optional.empty();
    }

    private static boolean backsUpVolumes(TierPlan tier) {
        return tier.volumes().method() != null && tier.volumes().method() != Method.NONE;
    }
}
