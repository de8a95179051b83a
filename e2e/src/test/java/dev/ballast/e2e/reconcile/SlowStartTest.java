package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.proxy.Proxy;
import dev.ballast.reconcile.ReconcilerProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** A start in a cluster with so much in it that reading it takes a while. */
@NeedsCluster(crdsFromGo = true)
class SlowStartTest {
    private static final String POLICY = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec: {provider: aws, bucket: acme-velero, region: us-east-1, default: true, prices: {objects: aws/s3/standard}}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: shop}
            spec:
              select: {namespaces: [shop]}
              keep: {daily: 7}
              volumes: {method: snapshot-move}
              size: {data: 10GiB}
            """;

    private static final String BACKUP = """
            apiVersion: velero.io/v1
            kind: Backup
            metadata:
              name: shop-daily-1
              labels: {ballast.dev/policy: shop, ballast.dev/tier: daily, ballast.dev/cluster: prod, velero.io/schedule-name: shop-daily}
            spec: {storageLocation: primary}
            status: {phase: Completed, startTimestamp: "%1$s", completionTimestamp: "%1$s", expiration: "%2$s"}
            ---
            apiVersion: velero.io/v2alpha1
            kind: DataUpload
            metadata: {name: shop-daily-1-data, labels: {velero.io/backup-name: shop-daily-1}}
            spec:
              backupStorageLocation: primary
              operationTimeout: 10m
              snapshotType: CSI
              sourceNamespace: shop
              sourcePVC: data
            status: {phase: Completed, startTimestamp: "%1$s", completionTimestamp: "%1$s", progress: {totalBytes: 64424509440, bytesDone: 64424509440}}
            """;

    /** Long enough for all that does not wait. */
    private static final Duration MOMENT = Duration.ofSeconds(5);

    @Test
    void nothingIsSaidOfHalfOfWhatThereIs(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "slow-start")) {
            Instant start = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
            workspace.apply(POLICY);
            workspace.apply(BACKUP.formatted(start, start.plus(Duration.ofDays(7))));
            Proxy firstProxy = workspace.proxy();
            ReconcilerProcess first = workspace.reconcile(firstProxy);
            workspace.await(
                    "backuppolicy",
                    "shop",
                    policy -> policy.at("/status/storage/causes").toString().contains("size"));
            Workspace.awaitQuiet(firstProxy);
            first.close();

            Proxy proxy = workspace.proxy();
            proxy.hold(request -> request.isAbout("datauploads"));
            ReconcilerProcess second = workspace.reconcile(proxy);
            Patience.until(
                    "uploads are asked for",
                    Duration.ofMinutes(1),
                    () -> proxy.holding() > 0,
                    proxy.exchanges()::toString);
            Thread.sleep(MOMENT.toMillis());
            proxy.mend();
            Patience.until("everything was read", Duration.ofMinutes(2), second::isReady, proxy.exchanges()::toString);
            Workspace.awaitQuiet(proxy);
            assertThat(proxy.writes()).isEmpty();
        }
    }
}
