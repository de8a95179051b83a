package dev.ballast.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.bucket.BucketLedger.Amount;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.bucket.BucketLedger.State;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BucketTallyTest {
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void everyObjectIsCountedOnceWhereVeleroPutsIt() {
        var tally = new BucketTally("prod");
        tally.current("prod/backups/a/a.tar.gz", 10, "STANDARD");
        tally.current("prod/backups/a/a-logs.gz", 1, "STANDARD");
        tally.noncurrent("prod/backups/a/a.tar.gz", 9);
        tally.current("prod/kopia/shop/p1", 100, "GLACIER_IR");
        tally.current("prod/metadata/revision", 2, "");
        tally.current("prod/backups", 3, "");
        tally.current("prod/readme.txt", 4, "");
        tally.current("production/backups/b/b.tar.gz", 5, "STANDARD");
        tally.withVersions();
        BucketLedger ledger = tally.ledger(AT);
        assertThat(ledger.holdings())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        new BucketLedger.Key(Section.BACKUPS, "a", State.CURRENT), new Amount(2, 11),
                        new BucketLedger.Key(Section.BACKUPS, "a", State.NONCURRENT), new Amount(1, 9),
                        new BucketLedger.Key(Section.KOPIA, "shop", State.CURRENT), new Amount(1, 100),
                        new BucketLedger.Key(Section.METADATA, "", State.CURRENT), new Amount(1, 2),
                        new BucketLedger.Key(Section.OTHER, "", State.CURRENT), new Amount(2, 7)));
        assertThat(ledger.classes()).isEqualTo(Map.of("STANDARD", 11L, "GLACIER_IR", 100L));
        assertThat(ledger.versions()).isTrue();
        assertThat(ledger.total()).isEqualTo(new Amount(7, 129));
    }

    @Test
    void withoutAPrefixTheWholeBucketIsTheStore() {
        var tally = new BucketTally("");
        tally.current("restores/r/r.tar.gz", 1, "");
        assertThat(tally.ledger(AT).of(Section.RESTORES, "r")).isEqualTo(new Amount(1, 1));
    }

    @Test
    void partsOfUnfinishedUploadsAreNoObjects() {
        var tally = new BucketTally("prod");
        tally.current("prod/kopia/shop/p1", 100, "STANDARD");
        var more = new BucketTally("prod");
        more.incomplete("prod/kopia/shop/p2", 40);
        more.incomplete("elsewhere/p3", 7);
        more.noncurrent("prod/kopia/shop/p1", 5);
        more.withVersions();
        tally.add(more);
        BucketLedger ledger = tally.ledger(AT);
        assertThat(ledger.names(Section.KOPIA)).containsExactly("shop");
        assertThat(ledger.in(State.CURRENT)).isEqualTo(new Amount(1, 100));
        assertThat(ledger.in(State.INCOMPLETE)).isEqualTo(new Amount(1, 40));
        assertThat(ledger.in(State.NONCURRENT)).isEqualTo(new Amount(1, 5));
        assertThat(ledger.classes()).isEqualTo(Map.of("STANDARD", 100L));
        assertThat(ledger.versions()).isTrue();
    }

    @Test
    void allOfANameCanBeLeftOut() {
        var tally = new BucketTally("");
        tally.current("backups/a/a.tar.gz", 1, "");
        tally.noncurrent("backups/a/a.tar.gz", 2);
        tally.current("backups/b/b.tar.gz", 4, "");
        tally.current("restores/a/a.tar.gz", 8, "");
        BucketLedger left = tally.ledger(AT).without(Section.BACKUPS, Set.of("a"));
        assertThat(left.total()).isEqualTo(new Amount(2, 12));
        assertThat(left.names(Section.BACKUPS)).containsExactly("b");
    }
}
