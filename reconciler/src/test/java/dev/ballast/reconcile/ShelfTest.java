package dev.ballast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.bucket.BucketTally;
import dev.ballast.s3.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");
    private static final Duration EVERY = Duration.ofHours(6);

    @Test
    void aFolderWhoseBackupWasDeletedSinceIsNotTakenForAnOrphan() {
        Shelf shelf = Shelf.UNKNOWN.after(
                new Listing.Done(ledger("kept", "collected", "stray"), List.of()),
                Set.of("kept", "collected", "elsewhere"),
                EVERY,
                AT);
        assertThat(names(shelf, Set.of("kept", "collected"))).containsExactly("collected", "kept", "stray");
        assertThat(names(shelf, Set.of("kept"))).containsExactly("kept", "stray");
        assertThat(shelf.next()).isEqualTo(AT.plus(EVERY));
    }

    @Test
    void whatWasListedHoldsUntilItCanBeListedAgain() {
        Shelf listed = Shelf.UNKNOWN.after(new Listing.Done(ledger("a"), List.of("no parts")), Set.of("a"), EVERY, AT);
        Instant later = AT.plus(EVERY);
        Shelf failed = listed.after(new Listing.Failed("refused"), Set.of(), EVERY, later);
        assertThat(failed.ledger()).isEqualTo(listed.ledger());
        assertThat(failed.gaps()).containsExactly("no parts");
        assertThat(failed.backups()).containsExactly("a");
        assertThat(failed.failure()).isEqualTo("refused");
        assertThat(failed.next()).isEqualTo(later.plus(Duration.ofMinutes(10)));
        Shelf again = failed.after(new Listing.Done(ledger("b"), List.of()), Set.of("b"), EVERY, later);
        assertThat(again.failure()).isNull();
        assertThat(names(again, Set.of("b"))).containsExactly("b");
    }

    @Test
    void whatIsListedOftenIsTriedAgainAsOften() {
        Shelf failed = Shelf.UNKNOWN.after(new Listing.Failed("refused"), Set.of(), Duration.ofMinutes(2), AT);
        assertThat(failed.without(Set.of())).isNull();
        assertThat(failed.next()).isEqualTo(AT.plusSeconds(120));
    }

    private static List<String> names(Shelf shelf, Set<String> now) {
        return Objects.requireNonNull(shelf.without(now)).names(Section.BACKUPS).toList();
    }

    private static BucketLedger ledger(String... backups) {
        var tally = new BucketTally("");
        for (String backup : backups) {
            tally.current("backups/%1$s/%1$s.tar.gz".formatted(backup), 10, "STANDARD");
        }
        return tally.ledger(AT);
    }
}
