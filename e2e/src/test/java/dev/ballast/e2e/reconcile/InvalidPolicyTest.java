package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.proxy.Proxy;
import org.junit.jupiter.api.Test;

/** A policy with a mistake stops, keeps what it had, and keeps no other from going on. */
@NeedsCluster(crdsFromGo = true)
class InvalidPolicyTest {
    private static final String SCHEDULES = "schedules.velero.io";

    @Test
    void aMistakeStopsItsPolicyAloneAndIsNotTriedAgain(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "a-mistake")) {
            Proxy proxy = workspace.proxy();
            workspace.reconcile(proxy);
            workspace.applyFile("bookstore.yaml");
            workspace.apply(Policies.of("cafe", "daily: 7"));
            workspace.awaitCondition("bookstore", "Ready", "True");
            workspace.awaitCondition("cafe", "Ready", "True");
            JsonNode before = workspace.get(SCHEDULES, "bookstore-daily");

            workspace.patch("backuppolicy", "bookstore", "{\"spec\":{\"store\":\"nowhere\"}}");
            JsonNode stalled = workspace.awaitCondition("bookstore", "Stalled", "True");
            assertThat(Workspace.condition(stalled, "Ready").path("reason").asText())
                    .isEqualTo("Invalid");
            assertThat(Workspace.condition(stalled, "Ready").path("message").asText())
                    .contains("BackupPolicy/bookstore/spec/store", "`nowhere`");
            assertThat(stalled.at("/status/observedGeneration")).isEqualTo(stalled.at("/metadata/generation"));
            assertThat(stalled.at("/status/inventory")).hasSize(3);
            Workspace.awaitQuiet(proxy);
            proxy.forget();

            workspace.apply(Policies.of("cafe", "daily: 9"));
            workspace.await(
                    SCHEDULES,
                    "cafe-daily",
                    it -> it.at("/spec/template/ttl").asText().equals("216h0m0s"));
            workspace.await(
                    "backuppolicy",
                    "cafe",
                    it -> it.at("/status/observedGeneration").asLong() == 2);
            Workspace.awaitQuiet(proxy);
            assertThat(proxy.writes()).isNotEmpty().allMatch(write -> write.contains("cafe"));
            assertThat(workspace.get(SCHEDULES, "bookstore-daily")).isEqualTo(before);

            workspace.patch("backuppolicy", "bookstore", "{\"spec\":{\"store\":\"primary\",\"keep\":{\"daily\":8}}}");
            workspace.awaitCondition("bookstore", "Ready", "True");
            assertThat(workspace
                            .get(SCHEDULES, "bookstore-daily")
                            .at("/spec/template/ttl")
                            .asText())
                    .isEqualTo("192h0m0s");
        }
    }
}
