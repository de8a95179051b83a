package dev.ballast.reconcile;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketLedger.Section;
import dev.ballast.s3.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the part of a bucket that one store has.
 *
 * @param ledger of the last time that it could be listed; absent before the first
 * @param gaps what is not in that, and why
 * @param backups folders in it that had a Backup when it was listed
 * @param failure why it could not be listed the last time; absent where it could
 * @param next when it is to be listed again
 */
record Shelf(
        @Nullable BucketLedger ledger,
        List<String> gaps,
        Set<String> backups,
        @Nullable String failure,
        Instant next) {
    /** One that cannot be listed is tried again after so long, or sooner where all are. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    /** Nothing is known yet. */
    static final Shelf UNKNOWN = new Shelf(null, List.of(), Set.of(), null, Instant.MIN);

    Shelf {
        gaps = List.copyOf(gaps);
        backups = Set.copyOf(backups);
    }

    /**
     * After one more listing.
     *
     * @param known names of Backups, from before it and after
     */
    Shelf after(Listing listing, Set<String> known, Duration every, Instant at) {
        if (listing instanceof Listing.Done done) {
            Set<String> held =
                    done.ledger().names(Section.BACKUPS).filter(known::contains).collect(Collectors.toSet());
            return new Shelf(done.ledger(), done.gaps(), held, null, at.plus(every));
        }
        String reason = listing instanceof Listing.Failed failed ? failed.reason() : "";
        Duration pause = every.compareTo(AGAIN) < 0 ? every : AGAIN;
        return new Shelf(ledger, gaps, backups, reason, at.plus(pause));
    }

    /** What is there by now, without the backups that were deleted since: Velero deletes their folders with them. */
    @Nullable
    BucketLedger without(Set<String> knownNow) {
        return ledger == null
                ? null
                : ledger.without(
                        Section.BACKUPS,
                        backups.stream()
                                .filter(name -> !knownNow.contains(name))
                                .collect(Collectors.toSet()));
    }
}
