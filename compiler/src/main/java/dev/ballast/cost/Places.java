package dev.ballast.cost;

import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Environment;
import dev.ballast.policy.Volumes;
import dev.ballast.velero.Provider;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where bytes lie, as far as prices depend on it. */
final class Places {
    private Places() {}

    /**
     * Where the snapshots of an environment stay: in the region of its first snapshot location, else of its default or first store. Azure's
     * own plugin copies whole disks unless it is told otherwise; CSI drivers there do not.
     */
    static Workload.SnapshotPlace snapshots(EnvironmentPlan environment) {
        List<Environment.SnapshotLocation> locations = environment.environment().snapshotLocations();
        Optional<Environment.SnapshotLocation> location = locations.stream().findFirst();
        boolean full = location.filter(Places::copiesWholeDisks).isPresent()
                && !Boolean.TRUE.equals(environment.environment().velero().csi());
        String region = location.map(Environment.SnapshotLocation::region)
                .or(() -> environment.stores().values().stream()
                        .sorted(java.util.Comparator.comparing(
                                store -> !store.settings().isDefault()))
                        .map(store -> store.settings().region())
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
        return new Workload.SnapshotPlace(environment.environment().snapshotPrice(), region, full);
    }

    private static boolean copiesWholeDisks(Environment.SnapshotLocation location) {
        String name = location.provider().replaceFirst("^velero\\.io/", "");
        return Provider.Plugin.of(name)
                        .filter(plugin -> plugin == Provider.Plugin.AZURE)
                        .isPresent()
                && !"true".equals(location.config().get("incremental"));
    }

    /** The store that the provider copies everything to, when it is one of the environment. */
    static Optional<StorePlan> replica(StorePlan store, EnvironmentPlan environment) {
        return Optional.ofNullable(store.settings().facts().replicatesTo())
                .map(name -> environment.stores().get(name));
    }

    /** Seconds by which the bytes of a policy stay longer than its restore points: what an uploader and a versioned bucket take to let go. */
    static long tail(BackupPlan plan) {
        long longest = 0;
        for (TierPlan tier : plan.tiers()) {
            Volumes.Method method = tier.volumes().method();
            boolean uploaded = method == Volumes.Method.SNAPSHOT_MOVE || method == Volumes.Method.FILE_SYSTEM;
            long tail = uploaded ? Stocks.UPLOADED : 0;
            StorePlan store = tier.store();
            if (store != null && Boolean.TRUE.equals(store.settings().facts().versioning())) {
                Integer days = store.settings().facts().noncurrentDays();
                tail += days == null ? 0 : days * ChangeCurve.DAY;
            }
            longest = Math.max(longest, tail);
        }
        return longest;
    }
}
