package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.e2e.bucket.Bucket;
import dev.ballast.e2e.cluster.BallastProgram;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.S3Server;
import dev.ballast.reconcile.Inventory;
import dev.ballast.reconcile.ReconcilerProcess;
import dev.ballast.reconcile.Settings;
import dev.ballast.s3.BucketReader;
import dev.ballast.s3.Credentials;
import dev.ballast.s3.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buckets that are listed beside an API server: what they hold goes into the drift of costs. No Velero runs. */
@NeedsCluster(velero = true)
class InventoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The archive of one backup and the repository of its namespace. */
    private static final int ARCHIVE = 4_000;

    private static final int REPOSITORY = 60_000;

    private static final String POLICY = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec:
              provider: s3
              bucket: acme
              prefix: prod
              region: %s
              endpoint: "%s"
              credential: {secret: cloud-credentials, key: cloud}
              default: true
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: shop}
            spec:
              select: {namespaces: [shop]}
              keep: {daily: 7}
              volumes: {method: file-system}
              store: primary
              size: {data: 1MiB, objects: 4KiB}
            """;

    private static final String BACKUP = """
            apiVersion: velero.io/v1
            kind: Backup
            metadata:
              name: shop-by-hand
              labels: {ballast.dev/policy: shop, ballast.dev/tier: daily, ballast.dev/cluster: prod}
            spec: {storageLocation: primary}
            status: {phase: Completed, startTimestamp: "%s", completionTimestamp: "%s", expiration: "%s"}
            """;

    @TempDir
    private Path folder;

    @Test
    void whatIsListedIsMeasuredAndHoldsWhileTheServerIsGone(Clusters clusters) throws Exception {
        S3Server server = clusters.s3();
        try (Workspace workspace = Workspace.in(clusters, "what-is-listed-is-measured");
                Bucket bucket = Bucket.make(server, "acme")) {
            fill(bucket);
            apply(workspace, server);
            ReconcilerProcess reconciler = workspace.reconcile(Settings.of(workspace.namespace())
                    .with(Duration.ofSeconds(2))
                    .listing(new Inventory(
                            new BucketReader(
                                    Credentials.ofFile(server::credentials), Limits.DEFAULT, Clock.systemUTC()),
                            Duration.ofSeconds(2))));

            JsonNode listed = awaitListed(workspace, "Listed");
            assertThat(listed.path("status").asText()).isEqualTo("True");
            assertThat(listed.path("message").asText()).startsWith("67.2 KiB in 4 objects on ");
            JsonNode policy = workspace.await(
                    "backuppolicy",
                    "shop",
                    object -> object.at("/status/storage/certainty").asText().equals("measured"));
            assertThat(policy.at("/status/storage/actualBytes").asLong()).isEqualTo(ARCHIVE + REPOSITORY);
            awaitSeries(
                    reconciler,
                    "ballast_stored_bytes_measured{cluster=\"prod\",environment=\"prod\",policy=\"shop\"} 1.0");
            awaitSeries(
                    reconciler,
                    "ballast_bucket_listing_failed{cluster=\"prod\",environment=\"prod\",store=\"primary\"} 0.0");

            server.close();

            JsonNode failed = awaitListed(workspace, "ListingFailed");
            assertThat(failed.path("status").asText()).isEqualTo("False");
            assertThat(failed.path("message").asText())
                    .startsWith("Connect: Connection refused; 67.2 KiB in 4 objects on ")
                    .endsWith(" UTC still counts");
            awaitSeries(
                    reconciler,
                    "ballast_bucket_listing_failed{cluster=\"prod\",environment=\"prod\",store=\"primary\"} 1.0");
            assertThat(workspace
                            .get("backuppolicy", "shop")
                            .at("/status/storage/certainty")
                            .asText())
                    .isEqualTo("measured");
        }
    }

    @Test
    void aBucketIsListedFromADeskOnlyWhenThatIsAskedFor(Clusters clusters) throws Exception {
        S3Server server = clusters.s3();
        try (Workspace workspace = Workspace.in(clusters, "a-bucket-is-listed-from-a-desk");
                Bucket bucket = Bucket.make(server, "acme")) {
            fill(bucket);
            apply(workspace, server);
            Path right = Files.writeString(folder.resolve("right"), server.credentials());
            Path wrong = Files.writeString(
                    folder.resolve("wrong"), server.credentials().replace("e2e-secret", "forgotten"));

            Finished without = drift(workspace);
            assertThat(JSON.readTree(without.stdout())
                            .at("/policies/0/cost/certainty/actual")
                            .asText())
                    .as(without.stdout())
                    .isEqualTo("assumed");

            Finished with = drift(workspace, "--list-buckets", "--bucket-credentials", right.toString());
            assertThat(with.stderr()).isEmpty();
            JsonNode report = JSON.readTree(with.stdout());
            assertThat(report.at("/policies/0/cost/certainty/actual").asText())
                    .as(with.stdout())
                    .isEqualTo("measured");
            assertThat(report.at("/policies/0/cost/actualBytes").asLong()).isEqualTo(ARCHIVE + REPOSITORY);
            assertThat(report.at("/shared/cost").toString()).contains("backups without a Backup in `primary`");

            Finished refused = drift(workspace, "--list-buckets", "--bucket-credentials", wrong.toString());
            assertThat(refused.stderr())
                    .startsWith("the bucket of `primary` cannot be listed: SignatureDoesNotMatch: ");
            assertThat(JSON.readTree(refused.stdout())
                            .at("/policies/0/cost/certainty/actual")
                            .asText())
                    .isEqualTo("assumed");
        }
    }

    private static void fill(Bucket bucket) {
        bucket.put("prod/backups/shop-by-hand/shop-by-hand.tar.gz", ARCHIVE);
        bucket.put("prod/kopia/shop/p1", REPOSITORY);
        bucket.put("prod/backups/of-another-cluster/of-another-cluster.tar.gz", 4_000);
        bucket.put("prod/notes/readme.txt", 800);
    }

    private static void apply(Workspace workspace, S3Server server) throws IOException, InterruptedException {
        Instant start =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
        workspace.apply(BACKUP.formatted(start, start.plusSeconds(60), start.plus(Duration.ofDays(7))));
        workspace.apply(POLICY.formatted(S3Server.REGION, server.url()));
    }

    private static JsonNode awaitListed(Workspace workspace, String reason) throws IOException, InterruptedException {
        return Workspace.condition(
                workspace.await(
                        "backupstores.ballast.dev",
                        "primary",
                        store -> Workspace.condition(store, "Listed")
                                .path("reason")
                                .asText()
                                .equals(reason)),
                "Listed");
    }

    private static void awaitSeries(ReconcilerProcess reconciler, String line)
            throws IOException, InterruptedException {
        Patience.until(
                line, Duration.ofSeconds(60), () -> metrics(reconciler).contains(line), () -> metrics(reconciler));
    }

    private static String metrics(ReconcilerProcess reconciler) throws IOException {
        var text = new StringBuilder();
        reconciler.metrics(text);
        return text.toString();
    }

    private static Finished drift(Workspace workspace, String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(
                "drift",
                "-n",
                workspace.namespace(),
                "-o",
                "json",
                "--kubeconfig",
                workspace.cluster().kubeconfig().toString()));
        words.addAll(List.of(more));
        return BallastProgram.run(words);
    }
}
