package dev.ballast.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Specs of storage and snapshot locations. */
final class LocationSpecs {
    private LocationSpecs() {}

    /** Of a velero.io/v1 BackupStorageLocation. {@code default} is missing on purpose: Velero flips it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Storage(
            String provider,
            ObjectStorage objectStorage,
            @Nullable Credential credential,
            @Nullable String accessMode,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> config) {}

    /**
     * Where in the bucket, and how to trust its server.
     *
     * @param caCert PEM text in base64
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectStorage(
            String bucket,
            @Nullable String prefix,
            @Nullable String caCert) {}

    /** A key of a Secret in Velero's namespace. */
    record Credential(String name, String key) {}

    /** Of a velero.io/v1 VolumeSnapshotLocation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Snapshots(
            String provider,
            @Nullable Credential credential,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> config) {}
}
