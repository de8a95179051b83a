package dev.ballast.e2e.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Everything that a reconciler does in a cluster, had it do once, one after the other, by what people and Velero do. */
final class Deeds {
    private static final String SCHEDULES = "schedules.velero.io";
    private static final String STORES = "backupstoragelocations.velero.io";
    private static final String SNAPSHOTS = "volumesnapshotlocations.velero.io";

    /** A good backup that is about to expire, with no newer one: the guard must keep it. */
    private static final String BACKUP = """
            apiVersion: velero.io/v1
            kind: Backup
            metadata:
              name: bookstore-daily-1
              labels:
                ballast.dev/policy: bookstore
                ballast.dev/tier: daily
                ballast.dev/cluster: prod
                velero.io/schedule-name: bookstore-daily
            spec: {storageLocation: primary}
            status: {phase: Completed, startTimestamp: "%s", completionTimestamp: "%s", expiration: "%s"}
            """;

    private static final String SPARE = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: spare}
            spec: {provider: aws, bucket: acme-velero, prefix: spare, region: us-east-1}
            """;

    private Deeds() {}

    /** Something that happens, until the reconciler has done what it does about it. */
    interface Happening {
        void in(Workspace workspace) throws Exception;
    }

    /**
     * One of them.
     *
     * @param name what the reconciler does
     */
    record Deed(String name, Happening happens) {}

    static final List<Deed> ALL = List.of(
            new Deed("applies a policy, and says so", Deeds::apply),
            new Deed("keeps a backup that is about to expire", Deeds::guard),
            new Deed("corrects a Schedule that was edited", Deeds::correct),
            new Deed("removes the Schedule of a tier that is dropped", Deeds::prune),
            new Deed("makes and removes a ConfigMap with volume rules", Deeds::volumeRules),
            new Deed("makes and removes a location for backups", Deeds::store),
            new Deed("makes and removes a location for snapshots", Deeds::snapshotLocation));

    private static void apply(Workspace workspace) throws Exception {
        workspace.applyFile("bookstore.yaml");
        workspace.awaitCondition("bookstore", "Ready", "True");
        for (String object : List.of("backupstores/primary", "environments/prod")) {
            String[] words = object.split("/", 2);
            workspace.await(
                    words[0] + ".ballast.dev",
                    words[1],
                    it -> Workspace.condition(it, "Ready")
                            .path("status")
                            .asText()
                            .equals("True"));
        }
    }

    private static void guard(Workspace workspace) throws Exception {
        Instant expiry = Instant.now().plus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.SECONDS);
        Instant start = expiry.minus(Duration.ofDays(7));
        workspace.apply(BACKUP.formatted(start, start.plusSeconds(60), expiry));
        workspace.await(
                "backups.velero.io",
                "bookstore-daily-1",
                backup ->
                        Instant.parse(backup.at("/status/expiration").asText()).isAfter(expiry)
                                && backup.at("/metadata/annotations/ballast.dev~1original-expiration")
                                        .asText()
                                        .equals(expiry.toString()));
    }

    private static void correct(Workspace workspace) throws Exception {
        workspace.patch(SCHEDULES, "bookstore-daily", "{\"spec\":{\"schedule\":\"0 5 * * *\"}}");
        workspace.await(
                SCHEDULES,
                "bookstore-daily",
                schedule -> schedule.at("/spec/schedule").asText().equals("0 2 * * *"));
    }

    private static void prune(Workspace workspace) throws Exception {
        workspace.patch("backuppolicy", "bookstore", "{\"spec\":{\"keep\":{\"weekly\":null}}}");
        workspace.await(SCHEDULES, "bookstore-weekly", JsonNode::isMissingNode);
    }

    private static void volumeRules(Workspace workspace) throws Exception {
        workspace.patch(
                "backuppolicy",
                "bookstore",
                "{\"spec\":{\"volumes\":{\"rules\":[{\"when\":{\"storageClass\":[\"scratch\"]},\"use\":\"skip\"}]}}}");
        workspace.await("configmap", "bookstore-volumes", map -> !map.isMissingNode());
        workspace.patch("backuppolicy", "bookstore", "{\"spec\":{\"volumes\":{\"rules\":null}}}");
        workspace.await("configmap", "bookstore-volumes", JsonNode::isMissingNode);
    }

    private static void store(Workspace workspace) throws Exception {
        workspace.apply(SPARE);
        workspace.await(STORES, "spare", location -> !location.isMissingNode());
        workspace.kubectl("", "delete", "backupstore", "spare").orThrow("deleting");
        workspace.await(STORES, "spare", JsonNode::isMissingNode);
    }

    private static void snapshotLocation(Workspace workspace) throws Exception {
        String primary = "{\"name\":\"primary\",\"provider\":\"aws\",\"region\":\"us-east-1\"}";
        String spare = "{\"name\":\"spare\",\"provider\":\"aws\",\"region\":\"eu-west-1\"}";
        locations(workspace, primary + "," + spare);
        workspace.await(SNAPSHOTS, "spare", location -> !location.isMissingNode());
        locations(workspace, primary);
        workspace.await(SNAPSHOTS, "spare", JsonNode::isMissingNode);
    }

    private static void locations(Workspace workspace, String list) throws Exception {
        workspace.patch("environments.ballast.dev", "prod", "{\"spec\":{\"snapshotLocations\":[" + list + "]}}");
    }
}
