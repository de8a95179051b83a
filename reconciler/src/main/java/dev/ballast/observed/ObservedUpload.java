package dev.ballast.observed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Data of one volume that went to a store: a PodVolumeBackup (files) or a DataUpload (moved snapshot). Sizes are logical: before
 * compression and before what is stored already is left out.
 *
 * @param backup the Backup it belongs to, by Velero's label (names over 63 characters are shortened there)
 * @param namespace of the volume's claim or pod
 * @param volume name of the claim, or of the pod's volume
 * @param store the location it went to
 * @param completed when it ended well; absent while it runs and when it failed
 * @param totalBytes of the volume, from 0
 * @param incrementalBytes new since the upload before, from 0; absent before Velero 1.18
 */
public record ObservedUpload(
        String name,
        @Nullable String backup,
        Method method,
        String namespace,
        String volume,
        String store,
        Instant started,
        @Nullable Instant completed,
        long totalBytes,
        @Nullable Long incrementalBytes) {
    /** How the bytes went. */
    public enum Method {
        FILE_SYSTEM,
        SNAPSHOT_MOVE
    }
}
