package dev.ballast.cost;

import dev.ballast.policy.Tier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill, at rest.
 *
 * @param tier where the line is of one tier alone; tiers that share blocks have one line together
 * @param store absent for what stays in the storage system of the cluster
 * @param bytes mean; absent where they are not known or not what is paid for
 * @param price absent where none is known
 * @param quantity of what is paid for when that is not bytes stored: requests a month; absent otherwise
 * @param monthly absent where bytes or price are not known: never zero for unknown
 */
public record Component(
        Kind kind,
        @Nullable Tier tier,
        @Nullable String store,
        @Nullable ByteRange bytes,
        @Nullable Quote price,
        @Nullable BigDecimal quantity,
        @Nullable MoneyRange monthly) {

    /** What a line is for. */
    public enum Kind {
        /** Snapshots beside the volumes. */
        SNAPSHOTS("snapshots"),
        /** Content of snapshots, moved to a store. */
        MOVED_DATA("moved-data"),
        /** Files of volumes, copied to a store. */
        FILE_SYSTEM("file-system"),
        /** Kubernetes objects: a complete archive for each backup. */
        OBJECTS("objects"),
        /** Deleted objects that a versioned bucket still holds. */
        NONCURRENT("noncurrent-versions"),
        /** Deleted bytes that are paid for until their least time is over. */
        MINIMUM_DURATION("minimum-duration"),
        /** The same bytes in a second store. */
        REPLICATION("replication"),
        /** Traffic to the second store. */
        TRANSFER("transfer"),
        /** Writing backups. */
        REQUESTS("requests"),
        /** Velero asking a store once a minute what is in it, and once whether it is there. */
        LISTING("listing"),
        /** Base fees, free amounts, least amounts and price bands, which hold for an account as a whole. */
        ACCOUNT("account-terms");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in reports. */
        public String word() {
            return word;
        }
    }
}
