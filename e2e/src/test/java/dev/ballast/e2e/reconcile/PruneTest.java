package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What nobody asks for any longer goes, but never much of it at once, and never a backup. */
@NeedsCluster(velero = true)
class PruneTest {
    private static final String SCHEDULES = "schedules.velero.io";
    private static final String BACKUPS = "backups.velero.io";
    private static final String BACKUP = """
            apiVersion: velero.io/v1
            kind: Backup
            metadata:
              name: bookstore-monthly-20260901030000
              labels: {velero.io/schedule-name: bookstore-monthly, ballast.dev/policy: bookstore}
            spec: {storageLocation: primary, ttl: 8760h0m0s}
            status: {phase: Completed}
            """;

    @Test
    void theScheduleOfADroppedTierGoesAndItsBackupsStay(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "a-tier-is-dropped")) {
            workspace.reconcile();
            workspace.applyFile("bookstore.yaml");
            workspace.apply(BACKUP);
            workspace.awaitCondition("bookstore", "Ready", "True");

            workspace.patch("backuppolicy", "bookstore", "{\"spec\":{\"keep\":{\"monthly\":null}}}");

            workspace.await(SCHEDULES, "bookstore-monthly", JsonNode::isMissingNode);
            workspace.await(
                    "backuppolicy", "bookstore", it -> it.at("/status/objects").asInt() == 2);
            assertThat(workspace.names(SCHEDULES)).containsExactly("bookstore-daily", "bookstore-weekly");
            assertThat(workspace.names(BACKUPS)).containsExactly("bookstore-monthly-20260901030000");
        }
    }

    @Test
    void aLargeRemovalWaitsForAConfirmation(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "a-large-removal")) {
            workspace.reconcile();
            workspace.applyFile("bookstore.yaml");
            String twelve = IntStream.range(0, 12)
                    .mapToObj(number -> Policies.ofClass("shop-%02d".formatted(number), "gold"))
                    .collect(Collectors.joining());
            workspace.apply(Policies.aClass("gold", "daily: 7, weekly: 4") + twelve);
            workspace.awaitCondition("shop-00", "Ready", "True");
            workspace.awaitCondition("shop-11", "Ready", "True");
            workspace.awaitCondition("bookstore", "Ready", "True");
            await(workspace, 27);
            workspace.await("backupstoragelocations.velero.io", "primary", it -> !it.isMissingNode());
            workspace.await("volumesnapshotlocations.velero.io", "primary", it -> !it.isMissingNode());

            workspace.apply(Policies.aClass("gold", "daily: 7"));
            JsonNode refused = workspace.awaitReason("shop-05", "Ready", "PruneRefused");
            workspace.awaitReason("shop-11", "Ready", "PruneRefused");
            assertThat(Workspace.condition(refused, "Ready").path("message").asText())
                    .contains("12 of 29 objects", "`ballast.dev/prune: confirmed`");
            assertThat(workspace.names(SCHEDULES)).hasSize(27);

            workspace
                    .kubectl("", "annotate", "backuppolicy", "shop-05", "ballast.dev/prune=confirmed")
                    .orThrow("annotating");
            workspace.awaitCondition("shop-05", "Ready", "True");
            assertThat(workspace.names(SCHEDULES)).hasSize(26).doesNotContain("shop-05-weekly");

            workspace
                    .kubectl("", "annotate", "environments.ballast.dev", "prod", "ballast.dev/prune=confirmed")
                    .orThrow("annotating");
            await(workspace, 15);
            workspace.awaitCondition("shop-00", "Ready", "True");
        }
    }

    @Test
    void aDeletedPolicyTakesItsSchedulesAlongAndLeavesItsBackups(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "a-policy-is-deleted")) {
            clusters.collectGarbage(workspace.cluster());
            workspace.reconcile();
            workspace.applyFile("bookstore.yaml");
            workspace.apply(BACKUP);
            workspace.apply(Policies.of("cafe", "daily: 7"));
            workspace.awaitCondition("bookstore", "Ready", "True");
            workspace.awaitCondition("cafe", "Ready", "True");

            workspace.kubectl("", "delete", "backuppolicy", "bookstore").orThrow("deleting");

            workspace.await(SCHEDULES, "bookstore-daily", JsonNode::isMissingNode);
            await(workspace, 1);
            assertThat(workspace.names(SCHEDULES)).containsExactly("cafe-daily");
            assertThat(workspace.names(BACKUPS)).containsExactly("bookstore-monthly-20260901030000");
        }
    }

    private static void await(Workspace workspace, int schedules) throws Exception {
        Patience.until(
                schedules + " Schedules",
                Duration.ofMinutes(2),
                () -> workspace.names(SCHEDULES).size() == schedules,
                () -> workspace.names(SCHEDULES).toString());
    }
}
