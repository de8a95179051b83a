package dev.ballast.drift;

import dev.ballast.cost.Kept;
import dev.ballast.cost.Site;
import dev.ballast.observed.ObservedBackup;
import org.jspecify.annotations.Nullable;

/**
 * A backup that should be there, or is.
 *
 * @param name of the Backup, or of the folder in the bucket; of a run that left none the time when it was due
 * @param home where it should lie
 * @param place where it lies; absent where that could not be resolved
 * @param snapshots where its snapshots lie
 * @param backup absent when there is none
 */
record Copy(
        String name,
        Kept home,
        @Nullable Site place,
        Site snapshots,
        @Nullable ObservedBackup backup) {
    /** As it lies where it is. */
    Kept placed() {
        return home.at(place, snapshots);
    }

    boolean isElsewhere() {
        return !placed().equals(home);
    }

    /** Only its volumes, or only its archive. */
    Copy counting(boolean volumes, boolean archive) {
        return new Copy(name, home.counting(volumes, archive), place, snapshots, backup);
    }
}
