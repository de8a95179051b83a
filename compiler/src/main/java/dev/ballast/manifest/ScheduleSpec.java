package dev.ballast.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Spec of a velero.io/v1 Schedule. {@code skipImmediately} is missing on purpose: Velero consumes and resets it.
 *
 * @param paused absent leaves a pause to others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScheduleSpec(String schedule, @Nullable Boolean paused, Template template) {
    /** The BackupSpec of its backups; durations in Go's canonical text. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Template(
            TemplateMetadata metadata,
            List<String> includedNamespaces,
            List<String> excludedNamespaces,
            List<String> includedResources,
            List<String> excludedResources,
            @Nullable Boolean includeClusterResources,
            @Nullable JsonNode labelSelector,
            List<JsonNode> orLabelSelectors,
            @Nullable Hooks hooks,
            String storageLocation,
            List<String> volumeSnapshotLocations,
            boolean snapshotVolumes,
            boolean snapshotMoveData,
            boolean defaultVolumesToFsBackup,
            @Nullable PolicyRef resourcePolicy,
            @Nullable String csiSnapshotTimeout,
            @Nullable String itemOperationTimeout,
            @Nullable UploaderConfig uploaderConfig,
            String ttl) {}

    /** Labels of the backups; given explicitly, since otherwise all labels of the Schedule are copied to them. */
    record TemplateMetadata(SortedMap<String, String> labels) {}

    /** A ConfigMap in Velero's namespace. */
    record PolicyRef(String kind, String name) {}

    /** Files uploaded at once. */
    record UploaderConfig(int parallelFilesUpload) {}

    record Hooks(List<Resource> resources) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Resource(
            String name,
            List<String> includedNamespaces,
            @Nullable JsonNode labelSelector,
            List<Step> pre,
            List<Step> post) {}

    record Step(Exec exec) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Exec(@Nullable String container, List<String> command, String onError, String timeout) {}
}
