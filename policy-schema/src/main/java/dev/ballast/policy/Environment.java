package dev.ballast.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One environment: a cluster, or several alike.
 *
 * @param group name shared with others, for overrides and {@code environments}
 * @param cluster name of the cluster in labels; the environment's own when absent
 * @param defaults laid under every class
 * @param overrides laid over every class
 */
public record Environment(
        Meta meta,
        @Nullable String group,
        Velero velero,
        String cluster,
        Exclude exclude,
        List<SnapshotLocation> snapshotLocations,
        @Nullable String snapshotPrice,
        Layer defaults,
        Layer overrides,
        Limits limits,
        Terms.Budget budget,
        Alerts alerts,
        @Nullable Boolean suspend) {

    /** The name, unique among environments. */
    public String name() {
        return meta.name();
    }

    /** Whether a name in {@code environments} or a key in {@code overrides} means this one. */
    public boolean isCalled(String nameOrGroup) {
        return nameOrGroup.equals(meta.name()) || nameOrGroup.equals(group);
    }

    /**
     * Its Velero.
     *
     * @param version {@code 1.18.3}, or {@code 1.18} for any release of that line; absent means the newest supported
     * @param csi whether CSI snapshots work; absent means unknown
     * @param nodeAgent whether the node agent runs; absent means unknown
     * @param plugins version by plugin name
     */
    public record Velero(
            @Nullable String version,
            String namespace,
            @Nullable Boolean csi,
            @Nullable Boolean nodeAgent,
            Map<String, String> plugins) {}

    /** What every policy that selects by {@code *} leaves out. */
    public record Exclude(List<String> namespaces, List<String> resources) {}

    /** A VolumeSnapshotLocation. */
    public record SnapshotLocation(
            String name,
            String provider,
            @Nullable String region,
            BackupStore.@Nullable Credential credential,
            Map<String, String> config) {}

    /** Whether and where PrometheusRules are written. */
    public record Alerts(boolean enabled, @Nullable String namespace, Map<String, String> labels) {}
}
