package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.e2e.proxy.Proxy;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A cluster in which something is missing for a while: Velero, or the API server itself. */
@NeedsCluster(crdsFromGo = true)
class OutageTest {
    private static final String SCHEDULES = "schedules.velero.io";

    @Test
    void veleroMayBeInstalledLater(Clusters clusters) throws Exception {
        TestCluster cluster = clusters.with("velero-comes-later", clusters.ballastCrds());
        try (Workspace workspace = Workspace.in(cluster, "velero")) {
            workspace.reconcile();
            workspace.applyFile("bookstore.yaml");

            JsonNode policy = workspace.awaitReason("bookstore", "Ready", "VeleroNotInstalled");
            assertThat(Workspace.condition(policy, "Reconciling").path("status").asText())
                    .isEqualTo("True");

            cluster.install(clusters.veleroCrds());
            workspace.awaitCondition("bookstore", "Ready", "True");
            assertThat(workspace.names(SCHEDULES))
                    .containsExactly("bookstore-daily", "bookstore-monthly", "bookstore-weekly");
        }
    }

    @Test
    void theApiServerMayFailInTheMiddle(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "the-api-server-fails")) {
            Proxy proxy = workspace.proxy();
            workspace.reconcile(proxy);
            workspace.applyFile("bookstore.yaml");
            workspace.awaitCondition("bookstore", "Ready", "True");
            proxy.forget();

            workspace.apply(IntStream.range(0, 8)
                    .mapToObj(number -> Policies.of("shop-" + number, "daily: 7, weekly: 4"))
                    .collect(Collectors.joining()));
            Patience.until(
                    "a Schedule is written",
                    Duration.ofMinutes(1),
                    () -> proxy.writes().stream().anyMatch(write -> write.contains("schedules")),
                    () -> proxy.writes().toString());
            workspace.cluster().kill();
            workspace.cluster().revive();

            for (int number = 0; number < 8; number++) {
                workspace.awaitCondition("shop-" + number, "Ready", "True");
            }
            assertThat(workspace.names(SCHEDULES)).hasSize(19);
            workspace.kubectl("", "delete", SCHEDULES, "shop-3-weekly").orThrow("deleting");
            workspace.await(SCHEDULES, "shop-3-weekly", it -> !it.isMissingNode());
        }
    }
}
