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
 */
public record ExistingBackup(
        String name, @Nullable String policy, @Nullable Tier tier, Instant start, Instant expires, boolean good) {}
