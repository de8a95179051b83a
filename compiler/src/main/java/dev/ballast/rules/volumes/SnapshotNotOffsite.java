package dev.ballast.rules.volumes;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Environment;
import dev.ballast.policy.Volumes.Method;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import java.util.Objects;

/** A store that promises a copy elsewhere, for volumes whose bytes never reach it. */
final class SnapshotNotOffsite implements Rule.OfTier {
    @Override
    public String id() {
        return "volumes.snapshot-not-offsite";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        StorePlan store = tier.store();
        boolean limited = policy.limits().stream().anyMatch(l -> l.limits().offsite());
        if (store == null || limited || tier.volumes().method() != Method.SNAPSHOT) {
            return List.of();
        }
        String replica = store.settings().facts().replicatesTo();
        if (replica != null) {
            return List.of(
                    finding(tier, policy, store, "/facts/replicatesTo", "is replicated to `%s`".formatted(replica)));
        }
        List<String> regions = regions(environment);
        String region = store.settings().region();
        return region == null || regions.isEmpty() || regions.contains(region)
                ? List.of()
                : List.of(finding(
                        tier,
                        policy,
                        store,
                        "/region",
                        "is in `%s`, away from the snapshots in `%s`".formatted(region, String.join("`, `", regions))));
    }

    /** Where snapshots are known to lie; only when every location says so. */
    private static List<String> regions(EnvironmentPlan environment) {
        List<Environment.SnapshotLocation> locations = environment.environment().snapshotLocations();
        List<String> regions = locations.stream()
                .map(Environment.SnapshotLocation::region)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return locations.stream().anyMatch(location -> location.region() == null) ? List.of() : regions;
    }

    private Diagnostic finding(TierPlan tier, BackupPlan policy, StorePlan store, String pointer, String promise) {
        return at(
                        policy.volumesPlace(tier.tier(), "method"),
                        "the store `%s` %s, but `snapshot` leaves the bytes of volumes beside their disks: only the objects get there"
                                .formatted(store.name(), promise))
                .related(store.effective().place(pointer), "the promise")
                .help("use `snapshot-move` or `file-system` where the data must be there too");
    }
}
