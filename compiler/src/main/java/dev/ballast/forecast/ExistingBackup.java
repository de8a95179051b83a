package dev.ballast.forecast;

import dev.ballast.policy.Tier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A Backup that is in the cluster already.
 *
 * @param policy whose it is by its label; absent for a Backup of others
 * @param tier by its label; absent when it says none
 * @param start when Velero began it
 * @param expires as stamped on it; later changes of a TTL do not change it
 * @param good whether it completed
 * @param cluster by its label where it was made, which is another one where two clusters read one store; absent when it says none
 */
public record ExistingBackup(
        String name,
        @Nullable String policy,
        @Nullable Tier tier,
        Instant start,
        Instant expires,
        boolean good,
        @Nullable String cluster) {

    /** One that does not say which cluster made it. */
    public ExistingBackup(
            String name, @Nullable String policy, @Nullable Tier tier, Instant start, Instant expires, boolean good) {
        this(name, policy, tier, start, expires, good, null);
    }

    /** Whether it may be of a cluster: Velero shows the backups of every cluster that writes to a store. */
    public boolean mayBeOf(String otherCluster) {
        return cluster == null || cluster.equals(otherCluster);
    }
}
