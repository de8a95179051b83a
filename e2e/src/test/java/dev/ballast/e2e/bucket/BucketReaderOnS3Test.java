package dev.ballast.e2e.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.Amount;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.bucket.BucketLedger.State;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.S3Server;
import dev.ballast.s3.BucketAddress;
import dev.ballast.s3.BucketReader;
import dev.ballast.s3.Credentials;
import dev.ballast.s3.Limits;
import dev.ballast.s3.Listing;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read of a real S3 server's buckets. */
@NeedsCluster(velero = true)
class BucketReaderOnS3Test {
    /** A server answers a list with a thousand objects at most. */
    private static final int MORE_THAN_A_PAGE = 1_100;

    @Test
    void everythingInTheBucketOfAStoreIsCountedOnce(Clusters clusters) throws Exception {
        S3Server server = clusters.s3();
        try (Bucket bucket = Bucket.make(server, "acme")) {
            bucket.put("prod/backups/shop-daily-1/shop-daily-1.tar.gz", 500);
            bucket.put("prod/backups/shop-daily-1/velero-backup.json", 70);
            bucket.put("prod/backups/of-another-cluster/of-another-cluster.tar.gz", 900);
            bucket.put("prod/restores/r/restore-r-logs.gz", 11);
            bucket.put("prod/metadata/revision", 36);
            bucket.put("prod/notes/readme.txt", 13);
            bucket.put("staging/backups/x/x.tar.gz", 10_000);
            bucket.fill("prod/kopia/shop", MORE_THAN_A_PAGE);
            bucket.keepVersions();
            bucket.put("prod/kopia/wiki/kopia.maintenance", 100);
            bucket.put("prod/kopia/wiki/kopia.maintenance", 120);
            bucket.put("prod/kopia/wiki/p1", 1_000);
            bucket.delete("prod/kopia/wiki/p1");
            bucket.begin("prod/kopia/wiki/p2", 2_000);

            Listing listing = reader(server.credentials()).read(address(server, "acme", "prod"));

            assertThat(listing).isInstanceOfSatisfying(Listing.Done.class, done -> {
                assertThat(done.gaps()).isEmpty();
                assertThat(done.ledger().versions()).isTrue();
                assertThat(done.ledger().holdings())
                        .containsExactlyInAnyOrderEntriesOf(Map.of(
                                new BucketLedger.Key(Section.BACKUPS, "shop-daily-1", State.CURRENT),
                                        new Amount(2, 570),
                                new BucketLedger.Key(Section.BACKUPS, "of-another-cluster", State.CURRENT),
                                        new Amount(1, 900),
                                new BucketLedger.Key(Section.RESTORES, "r", State.CURRENT), new Amount(1, 11),
                                new BucketLedger.Key(Section.METADATA, "", State.CURRENT), new Amount(1, 36),
                                new BucketLedger.Key(Section.OTHER, "", State.CURRENT), new Amount(1, 13),
                                new BucketLedger.Key(Section.KOPIA, "shop", State.CURRENT),
                                        new Amount(MORE_THAN_A_PAGE, MORE_THAN_A_PAGE),
                                new BucketLedger.Key(Section.KOPIA, "wiki", State.CURRENT), new Amount(1, 120),
                                new BucketLedger.Key(Section.KOPIA, "wiki", State.NONCURRENT), new Amount(2, 1_100),
                                new BucketLedger.Key(Section.KOPIA, "wiki", State.INCOMPLETE), new Amount(1, 2_000)));
            });

            Limits onePage = new Limits(1, Duration.ofMinutes(5), Limits.DEFAULT.answer());
            BucketReader limited =
                    new BucketReader(Credentials.ofFile(server::credentials), onePage, Clock.systemUTC());
            assertThat(limited.read(address(server, "acme", "prod")))
                    .isEqualTo(new Listing.Failed("it has more than the 1 pages that are read at most"));
        }
    }

    @Test
    void aBucketWithoutVersionsIsCountedToo(Clusters clusters) throws Exception {
        S3Server server = clusters.s3();
        try (Bucket bucket = Bucket.make(server, "plain")) {
            bucket.put("backups/a/a.tar.gz", 5);
            Listing listing = reader(server.credentials()).read(address(server, "plain", ""));
            assertThat(listing).isInstanceOfSatisfying(Listing.Done.class, done -> {
                BucketLedger ledger = done.ledger();
                assertThat(done.gaps()).isEmpty();
                assertThat(ledger.total()).isEqualTo(new Amount(1, 5));
                assertThat(ledger.of(Section.BACKUPS, "a")).isEqualTo(new Amount(1, 5));
            });
        }
    }

    @Test
    void whyABucketCannotBeListedIsTold(Clusters clusters) throws Exception {
        S3Server server = clusters.s3();
        Bucket.make(server, "acme").close();
        BucketAddress address = address(server, "acme", "");

        assertThat(reason(reader(server.credentials().replace("e2e-access", "nobody"))
                        .read(address)))
                .endsWith("No user exists with the provided access key ID.");
        assertThat(reason(reader(server.credentials().replace("e2e-secret", "forgotten"))
                        .read(address)))
                .startsWith("SignatureDoesNotMatch: ");
        assertThat(reason(reader(server.credentials()).read(address(server, "elsewhere", ""))))
                .startsWith("NoSuchBucket: ");

        server.close();
        assertThat(reason(reader(server.credentials()).read(address))).isEqualTo("Connect: Connection refused");
    }

    private static String reason(Listing listing) {
        assertThat(listing).isInstanceOf(Listing.Failed.class);
        return ((Listing.Failed) listing).reason();
    }

    private static BucketReader reader(String credentials) {
        return new BucketReader(Credentials.ofFile(() -> credentials), Limits.DEFAULT, Clock.systemUTC());
    }

    private static BucketAddress address(S3Server server, String bucket, String prefix) {
        Map<String, String> config =
                Map.of("region", S3Server.REGION, "s3Url", server.url(), "s3ForcePathStyle", "true");
        return new BucketAddress("primary", bucket, prefix, config, null);
    }
}
