package dev.ballast.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.Amount;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.bucket.BucketLedger.State;
import dev.ballast.s3.TalkingServer.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class BucketReaderTest {
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");
    private static final Credentials KEYS =
            Credentials.ofFile(() -> "[default]\naws_access_key_id=a\naws_secret_access_key=b\n");
    private static final Limits LIMITS = new Limits(20, Duration.ofMinutes(5), Duration.ofSeconds(20));

    /** A bucket of two pages, with versions and an unfinished upload. */
    private static Answer whole(Map<String, String> asked) {
        if (asked.containsKey("versioning")) {
            return Answer.xml("VersioningConfiguration", "<Status>Enabled</Status>");
        }
        if (asked.containsKey("versions")) {
            return Answer.xml("ListVersionsResult", """
                    <IsTruncated>false</IsTruncated>
                    <Version><Key>prod/backups/a/a.tar.gz</Key><Size>10</Size><IsLatest>true</IsLatest></Version>
                    <Version><Key>prod/backups/a/a.tar.gz</Key><Size>7</Size><IsLatest>false</IsLatest></Version>
                    <DeleteMarker><Key>prod/backups/b/b.tar.gz</Key><IsLatest>true</IsLatest></DeleteMarker>
                    <Version><Key>prod/backups/b/b.tar.gz</Key><Size>5</Size><IsLatest>false</IsLatest></Version>
                    """);
        }
        if (asked.containsKey("uploads")) {
            return Answer.xml("ListMultipartUploadsResult", """
                    <IsTruncated>false</IsTruncated>
                    <Upload><Key>prod/kopia/shop/p9</Key><UploadId>u1</UploadId></Upload>
                    <Upload><Key>prod/kopia/shop/p8</Key><UploadId>gone</UploadId></Upload>
                    """);
        }
        if (asked.containsKey("uploadId")) {
            return asked.get("uploadId").equals("gone")
                    ? Answer.refusal(404, "NoSuchUpload")
                    : Answer.xml("ListPartsResult", """
                            <IsTruncated>false</IsTruncated>
                            <Part><PartNumber>1</PartNumber><Size>40</Size></Part>
                            <Part><PartNumber>2</PartNumber><Size>2</Size></Part>
                            """);
        }
        return asked.containsKey("continuation-token")
                ? Answer.xml("ListBucketResult", """
                        <IsTruncated>false</IsTruncated>
                        <Contents><Key>prod/kopia/shop/p1</Key><Size>100</Size><StorageClass>GLACIER_IR</StorageClass></Contents>
                        """)
                : Answer.xml("ListBucketResult", """
                        <IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>
                        <Contents><Key>prod/backups/a/a.tar.gz</Key><Size>10</Size><StorageClass>STANDARD</StorageClass></Contents>
                        """);
    }

    @Test
    void everyPageAndEveryKindOfBytesIsCounted() throws IOException {
        try (var server = TalkingServer.answering(BucketReaderTest::whole)) {
            Listing.Done done = done(read(server.url(), LIMITS));
            assertThat(done.gaps()).isEmpty();
            BucketLedger ledger = done.ledger();
            assertThat(ledger.holdings())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            new BucketLedger.Key(Section.BACKUPS, "a", State.CURRENT), new Amount(1, 10),
                            new BucketLedger.Key(Section.BACKUPS, "a", State.NONCURRENT), new Amount(1, 7),
                            new BucketLedger.Key(Section.BACKUPS, "b", State.NONCURRENT), new Amount(1, 5),
                            new BucketLedger.Key(Section.KOPIA, "shop", State.CURRENT), new Amount(1, 100),
                            new BucketLedger.Key(Section.KOPIA, "shop", State.INCOMPLETE), new Amount(1, 42)));
            assertThat(ledger.classes()).isEqualTo(Map.of("STANDARD", 10L, "GLACIER_IR", 100L));
            assertThat(ledger.versions()).isTrue();
            assertThat(ledger.at()).isEqualTo(AT);
            assertThat(server.asked()).allMatch(asked -> asked.startsWith("GET /acme"));
        }
    }

    @Test
    void aBucketThatNeverHadVersionsIsListedOnce() throws IOException {
        try (var server = TalkingServer.answering(with("versioning", Answer.xml("VersioningConfiguration", "")))) {
            Listing.Done done = done(read(server.url(), LIMITS));
            assertThat(done.ledger().versions()).isTrue();
            assertThat(done.ledger().in(State.NONCURRENT)).isEqualTo(Amount.NONE);
            assertThat(server.asked()).noneMatch(asked -> asked.contains("?versions"));
        }
    }

    @Test
    void whatMayNotBeSeenIsToldAndNotCounted() throws IOException {
        Function<Map<String, String>, Answer> refusing = asked -> {
            if (asked.containsKey("versioning") || asked.containsKey("versions")) {
                return Answer.refusal(403, "AccessDenied");
            }
            return asked.containsKey("uploads") ? Answer.refusal(501, "NotImplemented") : whole(asked);
        };
        try (var server = TalkingServer.answering(refusing)) {
            Listing.Done done = done(read(server.url(), LIMITS));
            assertThat(done.gaps())
                    .containsExactly(
                            "older versions are not counted: AccessDenied: not for you",
                            "unfinished uploads are not counted: NotImplemented: not for you");
            assertThat(done.ledger().total()).isEqualTo(new Amount(2, 110));
            assertThat(done.ledger().versions()).isFalse();
        }
    }

    @Test
    void partsThatMayNotBeSeenLeaveOutAllUnfinishedUploads() throws IOException {
        try (var server = TalkingServer.answering(with("uploadId", Answer.refusal(403, "AccessDenied")))) {
            Listing.Done done = done(read(server.url(), LIMITS));
            assertThat(done.gaps()).containsExactly("unfinished uploads are not counted: AccessDenied: not for you");
            assertThat(done.ledger().in(State.INCOMPLETE)).isEqualTo(Amount.NONE);
            assertThat(done.ledger().in(State.NONCURRENT)).isEqualTo(new Amount(2, 12));
        }
    }

    @Test
    void whoMayNotListAnythingIsToldWhy() throws IOException {
        try (var server = TalkingServer.answering(asked -> Answer.refusal(403, "AccessDenied"))) {
            assertThat(read(server.url(), LIMITS)).isEqualTo(new Listing.Failed("AccessDenied: not for you"));
        }
    }

    @Test
    void aServerThatBreaksDownInTheMiddleHasListedNothing() throws IOException {
        try (var server = TalkingServer.answering(with("versions", Answer.refusal(503, "SlowDown")))) {
            assertThat(read(server.url(), LIMITS)).isEqualTo(new Listing.Failed("SlowDown: not for you"));
        }
    }

    @Test
    void aBucketOfTooManyPagesIsGivenUpAsAWhole() throws IOException {
        try (var server = TalkingServer.answering(BucketReaderTest::whole)) {
            assertThat(read(server.url(), new Limits(1, Duration.ofMinutes(5), Duration.ofSeconds(20))))
                    .isEqualTo(new Listing.Failed("it has more than the 1 pages that are read at most"));
            assertThat(read(server.url(), new Limits(20, Duration.ZERO, Duration.ofSeconds(20))))
                    .isEqualTo(new Listing.Failed("it was not listed within 0m"));
        }
    }

    @Test
    void aServerThatIsNotThereIsToldInOneLine() throws IOException {
        TalkingServer server = TalkingServer.answering(BucketReaderTest::whole);
        server.close();
        assertThat(read(server.url(), LIMITS)).isEqualTo(new Listing.Failed("Connect: Connection refused"));
    }

    @Test
    void whatIsWrongWithAStoreIsTold() {
        assertThat(read("no url at all", LIMITS))
                .isInstanceOfSatisfying(
                        Listing.Failed.class,
                        failed -> assertThat(failed.reason()).contains("no url at all"));
        var address = new BucketAddress("primary", "acme", "", Map.of("region", "eu-1"), "no certificate");
        assertThat(new BucketReader(KEYS, LIMITS, Clock.fixed(AT, ZoneOffset.UTC)).read(address))
                .isInstanceOfSatisfying(
                        Listing.Failed.class,
                        failed -> assertThat(failed.reason()).contains("`caCert`"));
    }

    @Test
    void aProfileOfItsOwnNameIsAStoresOwn() {
        Credentials both = Credentials.ofFile(() -> """
                [default]
                aws_access_key_id=usual
                aws_secret_access_key=b
                [second]
                aws_access_key_id=special
                aws_secret_access_key=b
                """);
        assertThat(List.of("primary", "second"))
                .map(store -> both.of(new BucketAddress(store, "acme", "", Map.of(), null))
                        .resolveCredentials()
                        .accessKeyId())
                .containsExactly("usual", "special");
    }

    @Test
    void aFileWithoutCredentialsIsToldOf() throws IOException {
        try (var server = TalkingServer.answering(BucketReaderTest::whole)) {
            var reader = new BucketReader(
                    Credentials.ofFile(() -> "[other]\naws_access_key_id=a\n"), LIMITS, Clock.systemUTC());
            assertThat(reader.read(address(server.url())))
                    .isInstanceOfSatisfying(
                            Listing.Failed.class,
                            failed -> assertThat(failed.reason()).contains("default"));
            assertThat(server.asked()).isEmpty();
        }
    }

    private static Function<Map<String, String>, Answer> with(String parameter, Answer answer) {
        return asked -> asked.containsKey(parameter) ? answer : whole(asked);
    }

    private static Listing read(String url, Limits limits) {
        return new BucketReader(KEYS, limits, Clock.fixed(AT, ZoneOffset.UTC)).read(address(url));
    }

    private static BucketAddress address(String url) {
        return new BucketAddress(
                "primary", "acme", "/prod/", Map.of("region", "eu-1", "s3Url", url, "s3ForcePathStyle", "true"), null);
    }

    private static Listing.Done done(Listing listing) {
        assertThat(listing).isInstanceOf(Listing.Done.class);
        return (Listing.Done) listing;
    }
}
