package dev.ballast.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code helm template} writes is applied, and with its rights and its arguments the reconciler does its work. */
@NeedsCluster(crdsFromGo = true)
class ChartRunsTest {
    private static final Path POLICY = Path.of("../examples/cluster/shop.yaml");
    private static final String SCHEDULES = "/apis/velero.io/v1/namespaces/velero/schedules";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    @TempDir
    Path folder;

    @Test
    void aPolicyBecomesSchedulesWithTheRightsAndArgumentsOfTheChart(Clusters clusters) throws Exception {
        TestCluster cluster = Chart.cluster(clusters);
        String port = "port=" + Stand.freePort();
        String objects = Chart.template(
                        clusters.helm(), "--set", port, "--set", "replicas=2", "--set", "reconciler.costEvery=2")
                .orThrow("helm template")
                .stdout();
        cluster.kubectl(objects, "apply", "--server-side", "-f", "-").orThrow("applying the chart");
        Chart.awaitKinds(cluster);

        JsonNode deployment = Chart.live(cluster, "deployment", "ballast");
        try (Stand stand = Stand.start(cluster, deployment, folder, UnaryOperator.identity())) {
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                stand.awaitProbe(probe);
            }
            cluster.apply(Chart.NAMESPACE, Files.readString(POLICY));

            cluster.kubectl(
                            "",
                            "wait",
                            "--namespace=velero",
                            "--for=condition=Ready",
                            "--timeout=120s",
                            "backuppolicy/shop")
                    .orThrow("waiting for the policy");
            assertThat(cluster.list(SCHEDULES))
                    .extracting(schedule -> schedule.at("/metadata/name").asText())
                    .containsExactly("shop-daily", "shop-monthly", "shop-weekly");
            Patience.until(
                    "the metrics of the policy",
                    Duration.ofMinutes(1),
                    () -> stand.metrics().contains("ballast_schedule_paused{")
                            && stand.metrics().contains("ballast_price_data_age_seconds "),
                    stand::metrics);
            // On this alone the alert BallastDown rests.
            assertThat(stand.metrics()).contains("ballast_reconcile_errors_total 0.0");
            assertThat(stand.proxy().exchanges())
                    .isNotEmpty()
                    .noneMatch(exchange -> exchange.status() == FORBIDDEN || exchange.status() == UNAUTHORIZED);
        }
    }
}
