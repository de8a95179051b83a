package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import org.junit.jupiter.api.Test;

/** What a policy asks for gets into the cluster. */
@NeedsCluster(crdsFromGo = true)
class ApplyTest {
    @Test
    void aPolicyBecomesSchedules(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "a-policy-becomes-schedules")) {
            workspace.reconcile();

            workspace.applyFile("bookstore.yaml");
            JsonNode policy = workspace.awaitCondition("bookstore", "Ready", "True");

            assertThat(workspace.names("schedules.velero.io"))
                    .containsExactly("bookstore-daily", "bookstore-monthly", "bookstore-weekly");
            assertThat(workspace
                            .get("schedules.velero.io", "bookstore-daily")
                            .at("/spec/template/ttl")
                            .asText())
                    .isEqualTo("168h0m0s");
            assertThat(policy.at("/status/observedGeneration").asLong()).isEqualTo(1);
            workspace.await(
                    "backupstore",
                    "primary",
                    store -> Workspace.condition(store, "Ready")
                            .path("status")
                            .asText()
                            .equals("True"));
            assertThat(workspace.names("backupstoragelocations.velero.io")).containsExactly("primary");
            assertThat(workspace.names("volumesnapshotlocations.velero.io")).containsExactly("primary");
        }
    }
}
