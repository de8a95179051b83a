package dev.ballast.cost;

import dev.ballast.policy.Volumes;
import org.jspecify.annotations.Nullable;

/**
 * A backup as far as its bytes go.
 *
 * @param start when it began, epoch seconds
 * @param ended when it went, epoch seconds; {@link #STAYS} for one that is there. What it held goes some time later
 * @param method how its volumes were backed up; absent where no layer chose one
 * @param store where it lies; absent where that could not be resolved
 * @param snapshots where its snapshots stay
 * @param volumes whether its volumes count, and not only its archive
 * @param archive whether its archive of Kubernetes objects counts
 */
public record Kept(
        long start,
        long ended,
        Volumes.@Nullable Method method,
        @Nullable Site store,
        Site snapshots,
        boolean volumes,
        boolean archive) {
    /** Of a backup that is there. */
    public static final long STAYS = Long.MAX_VALUE;

    /** The same backup elsewhere. */
    public Kept at(@Nullable Site otherStore, Site otherSnapshots) {
        return new Kept(start, ended, method, otherStore, otherSnapshots, volumes, archive);
    }

    /** The same backup with only its volumes, or only its archive; with neither it holds nothing. */
    public Kept counting(boolean itsVolumes, boolean itsArchive) {
        return new Kept(start, ended, method, store, snapshots, volumes && itsVolumes, archive && itsArchive);
    }
}
