package dev.ballast.cluster;

import dev.ballast.observed.ObservedReader;
import dev.ballast.schema.Kind;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A kind that is read.
 *
 * @param group empty for Kubernetes' own
 * @param namespaced false for those of the whole cluster
 * @param selector a label that there must be, or {@code label=value}; absent for all objects
 */
public record Watched(
        String group,
        String version,
        String kind,
        String plural,
        boolean namespaced,
        @Nullable String selector) {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final String VELERO = "velero.io";

    public static final Watched SCHEDULES = velero("Schedule", "schedules");
    public static final Watched BACKUPS = velero("Backup", "backups");
    public static final Watched LOCATIONS = velero("BackupStorageLocation", "backupstoragelocations");
    public static final Watched SNAPSHOT_LOCATIONS = velero("VolumeSnapshotLocation", "volumesnapshotlocations");
    public static final Watched POD_VOLUME_BACKUPS = velero("PodVolumeBackup", "podvolumebackups");
    public static final Watched DATA_UPLOADS = new Watched(VELERO, "v2alpha1", "DataUpload", "datauploads", true, null);
    public static final Watched REPOSITORIES = velero("BackupRepository", "backuprepositories");
    public static final Watched DELETIONS = velero("DeleteBackupRequest", "deletebackuprequests");

    /** Only ours: others hold what is none of our business. */
    public static final Watched RESOURCE_POLICIES =
            new Watched("", "v1", "ConfigMap", "configmaps", true, "app.kubernetes.io/managed-by=ballast");

    /** Only those that Velero had made. There are some only where the storage makes snapshots by CSI. */
    public static final Watched SNAPSHOTS = new Watched(
            "snapshot.storage.k8s.io",
            "v1",
            "VolumeSnapshotContent",
            "volumesnapshotcontents",
            false,
            ObservedReader.BACKUP);

    public static final Watched NAMESPACES = new Watched("", "v1", "Namespace", "namespaces", false, null);

    /** Not judged, since these are of another operator; compared with what would be applied. */
    static final Watched DATABASE_BACKUPS =
            new Watched("postgresql.cnpg.io", "v1", "ScheduledBackup", "scheduledbackups", true, null);

    /** The same, of Prometheus' operator. */
    static final Watched ALERT_RULES =
            new Watched("monitoring.coreos.com", "v1", "PrometheusRule", "prometheusrules", true, null);

    /** What of Velero's and Kubernetes' is judged. */
    public static final List<Watched> OBSERVED = List.of(
            SCHEDULES,
            BACKUPS,
            LOCATIONS,
            SNAPSHOT_LOCATIONS,
            RESOURCE_POLICIES,
            POD_VOLUME_BACKUPS,
            DATA_UPLOADS,
            SNAPSHOTS,
            REPOSITORIES,
            DELETIONS,
            NAMESPACES);

    /** What says how it should be; tests of policies are for pull requests. */
    public static final List<Watched> LANGUAGE = Stream.of(Kind.values())
            .filter(kind -> kind != Kind.POLICY_TEST)
            .map(Watched::of)
            .toList();

    private static Watched velero(String kind, String plural) {
        return new Watched(VELERO, "v1", kind, plural, true, null);
    }

    /** One of ours. */
    public static Watched of(Kind kind) {
        return new Watched(Kind.GROUP, Kind.VERSION, kind.word(), kind.plural(), true, null);
    }

    /** The kind that a manifest is of. */
    public static Optional<Watched> ofManifest(String kind) {
        return Stream.concat(OBSERVED.stream(), Stream.of(DATABASE_BACKUPS, ALERT_RULES))
                .filter(watched -> watched.kind().equals(kind))
                .findFirst();
    }

    /** As it is written in objects. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Whether a cluster may lack the kind: Velero's until that is installed, others for ever. */
    boolean mayBeAbsent() {
        return group.equals(VELERO) || equals(SNAPSHOTS);
    }

    /**
     * Whether an answer of the server means that there is nothing to read: there is no such kind, or it is one of the whole cluster, which who may
     * look at Velero need not be allowed to look at.
     *
     * @param status of HTTP
     */
    boolean isOutOfReach(int status) {
        return status == NOT_FOUND || (status == FORBIDDEN && !namespaced);
    }

    ResourceDefinitionContext context() {
        return new ResourceDefinitionContext.Builder()
                .withGroup(group)
                .withVersion(version)
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(namespaced)
                .build();
    }
}
