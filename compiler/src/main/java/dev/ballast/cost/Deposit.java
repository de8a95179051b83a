package dev.ballast.cost;

import dev.ballast.policy.Volumes;
import org.jspecify.annotations.Nullable;

/**
 * A chain of bytes in one place: backups that share it share its blocks.
 *
 * @param kind snapshots, moved data, files or archives
 * @param part the way its part of the data was declared to be protected; absent where all of it goes one way
 */
record Deposit(Component.Kind kind, Site site, Volumes.@Nullable Method part) {
    /** Seconds until whoever stored the bytes lets go of them. */
    long lag() {
        return site.store() == null || isArchive() ? 0 : Stocks.UPLOADED;
    }

    boolean isArchive() {
        return kind == Component.Kind.OBJECTS;
    }

    /** Whether an uploader keeps it, with its own indexes. */
    boolean isUploaded() {
        return site.store() != null && !isArchive();
    }
}
