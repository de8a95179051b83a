package dev.ballast.rbac;

import static dev.ballast.rbac.Permission.Scope.CLUSTER;
import static dev.ballast.rbac.Permission.Scope.NAMESPACE;
import static dev.ballast.rbac.Permission.Verb.CREATE;
import static dev.ballast.rbac.Permission.Verb.DELETE;
import static dev.ballast.rbac.Permission.Verb.GET;
import static dev.ballast.rbac.Permission.Verb.LIST;
import static dev.ballast.rbac.Permission.Verb.PATCH;
import static dev.ballast.rbac.Permission.Verb.WATCH;

import dev.ballast.schema.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Everything that the reconciler does in a cluster. Secrets are not among it, nor is any workload. */
public final class Permissions {
    private static final String VELERO = "velero.io";
    private static final String KUBERNETES = "";

    /** All, those of Velero's namespace first. */
    public static final List<Permission> ALL = List.of(
            new Permission(
                    NAMESPACE,
                    Kind.GROUP,
                    Stream.of(Kind.values())
                            .filter(kind -> kind != Kind.POLICY_TEST)
                            .map(Kind::plural)
                            .toList(),
                    List.of(LIST, WATCH),
                    "reads what is wanted"),
            new Permission(
                    NAMESPACE,
                    Kind.GROUP,
                    Stream.of(Kind.BACKUP_POLICY, Kind.BACKUP_STORE, Kind.ENVIRONMENT)
                            .map(kind -> kind.plural() + "/status")
                            .toList(),
                    List.of(PATCH),
                    "writes what there is, and what differs"),
            new Permission(
                    NAMESPACE,
                    VELERO,
                    List.of("schedules", "backupstoragelocations", "volumesnapshotlocations"),
                    List.of(LIST, WATCH, CREATE, PATCH, DELETE),
                    "applies what policies and stores come to, and removes its own when nothing wants it any longer"),
            new Permission(
                    NAMESPACE,
                    VELERO,
                    List.of("backups"),
                    List.of(LIST, WATCH, PATCH),
                    "judges whether promises are kept; the guard moves the expiry of the last good ones. It never creates or deletes one"),
            new Permission(
                    NAMESPACE,
                    VELERO,
                    List.of("podvolumebackups", "datauploads", "backuprepositories", "deletebackuprequests"),
                    List.of(LIST, WATCH),
                    "sees how much is stored, and why something is not collected"),
            new Permission(
                    NAMESPACE,
                    KUBERNETES,
                    List.of("configmaps"),
                    List.of(GET, LIST, WATCH, CREATE, PATCH, DELETE),
                    "keeps volume rules, which Velero reads from ConfigMaps; lists only its own, by label"),
            new Permission(
                    NAMESPACE,
                    KUBERNETES,
                    List.of("events"),
                    List.of(CREATE, PATCH),
                    "tells what it did and found, on the policy"),
            new Permission(
                    NAMESPACE,
                    "coordination.k8s.io",
                    List.of("leases"),
                    List.of(GET, CREATE, PATCH),
                    "lets one of several replicas work"),
            new Permission(
                    CLUSTER,
                    KUBERNETES,
                    List.of("namespaces"),
                    List.of(LIST, WATCH),
                    "finds the namespaces that a `namespaceSelector` selects"),
            new Permission(
                    CLUSTER,
                    "snapshot.storage.k8s.io",
                    List.of("volumesnapshotcontents"),
                    List.of(LIST, WATCH),
                    "finds snapshots whose backup is gone; lists only those that Velero labelled"));

    private Permissions() {}
}
