package dev.ballast.s3;

import dev.ballast.bucket.BucketTally;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** Lists buckets, one page after the other, and keeps only sums. */
public final class BucketReader {
    private final Credentials credentials;
    private final Limits limits;
    private final Clock clock;

    public BucketReader(Credentials credentials, Limits limits, Clock clock) {
        this.credentials = credentials;
        this.limits = limits;
        this.clock = clock;
    }

    /** What lies in the part of a bucket that one store has. Whatever goes wrong is told, not thrown. */
    public Listing read(BucketAddress address) {
        Instant at = clock.instant();
        try (S3Client client = Clients.open(address, credentials, limits)) {
            return read(new Pages(client, address, new Budget(limits)), address, at);
        } catch (SdkException | Budget.Exceeded | IllegalArgumentException | UnreadableCredentials fault) {
            return new Listing.Failed(Faults.text(fault));
        }
    }

    private static Listing read(Pages pages, BucketAddress address, Instant at) {
        var tally = new BucketTally(address.prefix());
        pages.current(tally);
        var gaps = new ArrayList<String>();
        optional("older versions", gaps, tally, address, part -> {
            pages.noncurrent(part);
            part.withVersions();
        });
        optional("unfinished uploads", gaps, tally, address, pages::incomplete);
        return new Listing.Done(tally.ledger(at), gaps);
    }

    private interface Part {
        void countInto(BucketTally tally);
    }

    /** Counts what a server may refuse to show, or not know; then nothing of it is counted. */
    private static void optional(String what, List<String> gaps, BucketTally tally, BucketAddress address, Part part) {
        try {
            var counted = new BucketTally(address.prefix());
            part.countInto(counted);
            tally.add(counted);
        } catch (AwsServiceException refused) {
            if (!Faults.isFinal(refused)) {
                throw refused;
            }
            gaps.add("%s are not counted: %s".formatted(what, Faults.text(refused)));
        }
    }
}
