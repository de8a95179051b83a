package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.cluster.ClusterReader;
import dev.ballast.cluster.ClusterView;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.e2e.proxy.Proxy;
import dev.ballast.observed.Observed;
import dev.ballast.observed.ObservedSnapshot;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Snapshots of the storage system, of which many clusters have no kind, or get it later. */
@NeedsCluster(crdsFromGo = true)
class SnapshotsTest {
    private static final ClusterView.Listener NOBODY = new ClusterView.Listener() {
        @Override
        public void policy(String name) {}

        @Override
        public void location(String name) {}

        @Override
        public void language() {}
    };

    private static String content(String name, String labels) {
        return """
                ---
                apiVersion: snapshot.storage.k8s.io/v1
                kind: VolumeSnapshotContent
                metadata: {name: %s, labels: {%s}}
                spec:
                  deletionPolicy: Retain
                  driver: ebs.csi.aws.com
                  source: {snapshotHandle: snap-0123}
                  volumeSnapshotRef: {name: data, namespace: bookstore}
                """.formatted(name, labels);
    }

    @Test
    void thoseThatVeleroLabelledAreSeenOnceThereIsSuchAKind(Clusters clusters) throws Exception {
        TestCluster cluster =
                clusters.with("snapshots-come-later", clusters.veleroCrds() + "\n" + clusters.ballastCrds());
        try (Workspace workspace = Workspace.in(cluster, "snapshots");
                KubernetesClient client = workspace.client();
                ClusterView view = ClusterView.start(client, workspace.namespace(), NOBODY)) {
            Patience.until(
                    "all is read that there must be",
                    Duration.ofMinutes(1),
                    () -> view.isSynced() && view.hasVelero() && view.knowsVolumes(),
                    () -> "");
            var reader = new ClusterReader(client, workspace.namespace());
            assertThat(reader.observe(Instant.now()).snapshots()).isEmpty();

            cluster.install(clusters.snapshotCrds());
            workspace.apply(content("snapcontent-1", "velero.io/backup-name: bookstore-daily-20261120020000")
                    + content("snapcontent-2", "app: other"));
            Patience.until(
                    "one is seen",
                    Duration.ofMinutes(2),
                    () -> !view.observed(Instant.now()).snapshots().isEmpty(),
                    () -> "");
            assertThat(names(view.observed(Instant.now())))
                    .containsExactly("snapcontent-1 bookstore-daily-20261120020000");
            assertThat(names(reader.observe(Instant.now())))
                    .containsExactly("snapcontent-1 bookstore-daily-20261120020000");

            workspace
                    .kubectl("", "delete", "volumesnapshotcontents", "snapcontent-1")
                    .orThrow("deleting");
            Patience.until(
                    "it is gone",
                    Duration.ofMinutes(1),
                    () -> view.observed(Instant.now()).snapshots().isEmpty(),
                    () -> "");
        }
    }

    @Test
    void whoMayNotReadThemGoesOnWithoutThem(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "without-snapshots")) {
            Proxy proxy = workspace.proxy();
            proxy.answer(request -> request.isAbout("volumesnapshotcontents"), 403, Integer.MAX_VALUE);
            try (KubernetesClient client = workspace.client(proxy);
                    ClusterView view = ClusterView.start(client, workspace.namespace(), NOBODY)) {
                Patience.until(
                        "all else is read",
                        Duration.ofMinutes(1),
                        () -> view.isSynced() && view.hasVelero() && view.knowsVolumes(),
                        proxy.exchanges()::toString);
                assertThat(new ClusterReader(client, workspace.namespace())
                                .observe(Instant.now())
                                .snapshots())
                        .isEmpty();
                assertThat(proxy.exchanges()).anyMatch(exchange -> exchange.status() == 403);
            }
        }
    }

    private static List<String> names(Observed observed) {
        return observed.snapshots().stream()
                .map((ObservedSnapshot snapshot) -> snapshot.name() + " " + snapshot.backup())
                .toList();
    }
}
