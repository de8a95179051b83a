package dev.ballast.reconcile;

import dev.ballast.s3.BucketReader;
import java.time.Duration;

/**
 * How buckets are listed.
 *
 * @param every how often each of them is, from 1 s
 */
public record Inventory(BucketReader reader, Duration every) {
    public Inventory {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("buckets are listed every second at most: " + every);
        }
    }
}
