package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.proxy.Exchange;
import dev.ballast.e2e.proxy.Proxy;
import dev.ballast.rbac.Permissions;
import dev.ballast.rbac.RbacManifests;
import dev.ballast.reconcile.Settings;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code ballast rbac} grants is enough. */
@NeedsCluster(crdsFromGo = true)
class PermissionsTest {
    private static final String NAMESPACE = "permissions";
    private static final String ACCOUNT = "ballast";

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

    @Test
    void theRoleIsEnoughToApplyToCorrectToPruneAndToGuard(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, NAMESPACE)) {
            workspace.apply(RbacManifests.yaml(NAMESPACE, ACCOUNT, Permissions.ALL));
            Proxy proxy = workspace.proxy();
            Config config =
                    Config.fromKubeconfig(workspace.cluster().kubeconfig().toFile());
            config.setMasterUrl(proxy.url());
            config.setOauthToken(workspace
                    .kubectl("", "create", "token", ACCOUNT)
                    .orThrow("making a token")
                    .stdout()
                    .strip());
            workspace.reconcile(
                    new KubernetesClientBuilder().withConfig(config).build(),
                    Settings.of(NAMESPACE).electedAs("one", Duration.ofSeconds(15)));

            workspace.applyFile("bookstore.yaml");
            workspace.awaitCondition("bookstore", "Ready", "True");
            Instant expiry = Instant.now().plus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.SECONDS);
            Instant start = expiry.minus(Duration.ofDays(7));
            workspace.apply(BACKUP.formatted(start, start.plusSeconds(60), expiry));
            JsonNode kept = workspace.await(
                    "backups.velero.io",
                    "bookstore-daily-1",
                    backup -> Instant.parse(backup.at("/status/expiration").asText())
                            .isAfter(expiry));
            assertThat(kept.at("/metadata/annotations/ballast.dev~1original-expiration")
                            .asText())
                    .isEqualTo(expiry.toString());
            workspace.patch("schedules.velero.io", "bookstore-daily", "{\"spec\":{\"schedule\":\"0 5 * * *\"}}");
            workspace.await(
                    "schedules.velero.io",
                    "bookstore-daily",
                    schedule -> schedule.at("/spec/schedule").asText().equals("0 2 * * *"));
            workspace.patch("backuppolicy", "bookstore", "{\"spec\":{\"keep\":{\"weekly\":null}}}");
            workspace.await("schedules.velero.io", "bookstore-weekly", JsonNode::isMissingNode);

            List<Exchange> refused = proxy.exchanges().stream()
                    .filter(exchange -> exchange.status() == 403 || exchange.status() == 401)
                    .toList();
            assertThat(refused).isEmpty();
        }
    }
}
