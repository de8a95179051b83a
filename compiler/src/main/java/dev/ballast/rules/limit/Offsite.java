package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.Omission;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Limits;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.CoreResource;
import java.util.List;
import java.util.Optional;

/** A policy none of whose tiers takes its data off the site. */
final class Offsite implements Rule.OfPolicy {
    @Override
    public String id() {
        return "limit.offsite";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        boolean volumes = Omission.of(CoreResource.CLAIMS, policy, environment).isEmpty();
        return Caps.first(policy, Limits::offsite)
                .flatMap(limits -> judge(policy, volumes).map(finding -> Caps.with(finding, limits, "offsite")))
                .stream()
                .toList();
    }

    /** What a policy of objects alone writes to its store is all its data. */
    private Optional<Diagnostic> judge(BackupPlan policy, boolean volumes) {
        List<TierPlan> carrying = policy.tiers().stream()
                .filter(tier -> !volumes || Uploads.by(tier))
                .toList();
        if (carrying.isEmpty()) {
            return policy.tiers().stream().findFirst().flatMap(tier -> staysBeside(tier, policy));
        }
        List<Diagnostic> inside = carrying.stream()
                .flatMap(tier -> staysInCluster(tier, policy).stream())
                .toList();
        return inside.size() < carrying.size() ? Optional.empty() : Optional.of(inside.get(0));
    }

    private Optional<Diagnostic> staysBeside(TierPlan tier, BackupPlan policy) {
        return Optional.ofNullable(tier.volumes().method())
                .map(method -> at(
                                policy.volumesPlace(tier.tier(), "method"),
                                "data must leave the site, and no tier takes the bytes of volumes there: `%s` leaves them where they are"
                                        .formatted(method.word()))
                        .help("use `snapshot-move` or `file-system` in at least one tier"));
    }

    private Optional<Diagnostic> staysInCluster(TierPlan tier, BackupPlan policy) {
        StorePlan store = tier.store();
        return store == null || !store.settings().facts().inCluster()
                ? Optional.empty()
                : Optional.of(at(
                                StorePlaces.chosen(tier.tier(), policy),
                                "data must leave the site, and the store `%s` runs in the cluster that it protects"
                                        .formatted(store.name()))
                        .related(store.effective().place("/facts/inCluster"), "said of the store")
                        .help("choose a store elsewhere for at least one tier"));
    }
}
