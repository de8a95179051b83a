package dev.ballast.s3;

import dev.ballast.bucket.BucketLedger;
import java.util.List;

/** What came of listing a bucket. */
public sealed interface Listing {
    /**
     * Every object that is there now was counted.
     *
     * @param gaps what was not counted beside, and why, for people; none when nothing was left out
     */
    record Done(BucketLedger ledger, List<String> gaps) implements Listing {
        public Done {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * It could not be listed.
     *
     * @param reason for people
     */
    record Failed(String reason) implements Listing {}
}
