package dev.ballast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The fixtures of a Velero that runs: it finds its store, makes a Backup there, and what has lost its owner is collected. */
@NeedsCluster(velero = true)
class VeleroClusterTest {
    private static final String VELERO = "/apis/velero.io/v1/namespaces/velero/";

    // Velero would count from its last Backup; paused, it makes none, and is only an owner.
    private static final String OWNER = """
            apiVersion: velero.io/v1
            kind: Schedule
            metadata: {name: owner, namespace: velero}
            spec: {schedule: "@yearly", paused: true, template: {}}
            """;

    @Test
    void makesABackupInABucketAndCollectsWhatLostItsOwner(Clusters clusters) throws Exception {
        VeleroOptions options = VeleroOptions.usual().syncingEvery(Duration.ofHours(1));
        VeleroCluster with = clusters.velero("smoke", options);
        TestCluster cluster = with.cluster();
        with.s3().bucket("smoke");
        cluster.apply("velero", """
            apiVersion: velero.io/v1
            kind: BackupStorageLocation
            metadata: {name: primary, namespace: velero}
            spec:
              provider: aws
              objectStorage: {bucket: smoke, prefix: cluster}
              config: {region: %s, s3Url: "%s", s3ForcePathStyle: "true", checksumAlgorithm: ""}
            """.formatted(S3Server.REGION, with.s3().url()));
        awaitPhase(cluster, "backupstoragelocations", "Available");

        cluster.apply("velero", OWNER);
        String owner = cluster.list(VELERO + "schedules")
                .get(0)
                .path("metadata")
                .path("uid")
                .asText();
        cluster.apply("velero", """
            apiVersion: velero.io/v1
            kind: Backup
            metadata:
              name: one
              namespace: velero
              ownerReferences: [{apiVersion: velero.io/v1, kind: Schedule, name: owner, uid: %s, controller: true}]
            spec: {storageLocation: primary, includedNamespaces: [velero], ttl: 1h0m0s}
            """.formatted(owner));
        awaitPhase(cluster, "backups", "Completed");

        assertThat(with.s3().objects("smoke", "cluster/backups/one/")).hasSize(9);

        cluster.kubectl("", "delete", "-n", "velero", "schedules.velero.io", "owner")
                .orThrow("deleting the owner");
        Patience.until(
                "the Backup of the deleted Schedule is collected",
                Duration.ofMinutes(1),
                () -> cluster.list(VELERO + "backups").isEmpty(),
                () -> cluster.list(VELERO + "backups").toString());
        assertThat(with.s3().objects("smoke", "cluster/backups/one/")).hasSize(9);
    }

    private static void awaitPhase(TestCluster cluster, String resource, String phase) throws Exception {
        Patience.until(
                resource + " are " + phase,
                Duration.ofMinutes(1),
                () -> !cluster.list(VELERO + resource).isEmpty()
                        && cluster.list(VELERO + resource).stream()
                                .map(VeleroClusterTest::phase)
                                .allMatch(phase::equals),
                () -> cluster.list(VELERO + resource).toString());
    }

    private static String phase(JsonNode object) {
        return object.path("status").path("phase").asText();
    }
}
