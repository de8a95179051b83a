package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Managers;
import dev.ballast.e2e.cluster.NeedsCluster;
import org.junit.jupiter.api.Test;

/** Objects of others under names that a policy asks for. */
@NeedsCluster(crdsFromGo = true)
class AdoptionTest {
    private static final String SCHEDULES = "schedules.velero.io";
    private static final String DAILY = "bookstore-daily";
    private static final String FOREIGN = """
            apiVersion: velero.io/v1
            kind: Schedule
            metadata: {name: bookstore-daily, labels: {team: books}}
            spec: {schedule: "0 5 * * *", template: {ttl: 1h0m0s, excludedResources: [secrets]}}
            """;

    @Test
    void aForeignScheduleIsLeftAloneUntilThePolicySaysToAdoptIt(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "adoption")) {
            workspace
                    .kubectl(FOREIGN, "create", "--field-manager=terraform", "-f", "-")
                    .orThrow("creating");
            workspace.patchAs("velero-server", SCHEDULES, DAILY, "{\"status\":{\"phase\":\"Enabled\"}}");
            JsonNode before = workspace.get(SCHEDULES, DAILY);
            workspace.reconcile();
            workspace.applyFile("bookstore.yaml");

            JsonNode policy = workspace.awaitReason("bookstore", "Ready", "OwnershipConflict");
            assertThat(Workspace.condition(policy, "Ready").path("message").asText())
                    .contains("Schedule adoption/bookstore-daily", "terraform");
            assertThat(Workspace.condition(policy, "Stalled").path("status").asText())
                    .isEqualTo("True");
            assertThat(workspace.names(SCHEDULES)).containsExactly(DAILY, "bookstore-monthly", "bookstore-weekly");
            assertThat(workspace.get(SCHEDULES, DAILY)).isEqualTo(before);

            workspace
                    .kubectl("", "annotate", "backuppolicy", "bookstore", "ballast.dev/adopt=true")
                    .orThrow("annotating");
            workspace.awaitCondition("bookstore", "Ready", "True");

            JsonNode after = workspace.get(SCHEDULES, DAILY);
            assertThat(after.at("/metadata/uid")).isEqualTo(before.at("/metadata/uid"));
            assertThat(after.at("/spec/template/ttl").asText()).isEqualTo("168h0m0s");
            assertThat(after.at("/spec/template/excludedResources").isMissingNode())
                    .isTrue();
            assertThat(after.at("/metadata/labels/team").isMissingNode()).isTrue();
            assertThat(after.at("/status/phase").asText()).isEqualTo("Enabled");
            assertThat(Managers.of(after, "f:spec")).containsExactly("ballast-reconciler Apply");
            assertThat(Managers.of(after, "f:status")).containsExactly("velero-server Update");
            assertThat(after.at("/metadata/ownerReferences/0/name").asText()).isEqualTo("bookstore");
        }
    }
}
