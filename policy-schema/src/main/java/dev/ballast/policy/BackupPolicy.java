package dev.ballast.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to protect, and which promise it gets.
 *
 * @param backupClass name of the BackupClass it builds on
 * @param environments names or groups where it exists; empty means all
 * @param overrides terms by environment name or group
 */
public record BackupPolicy(
        Meta meta,
        @Nullable String backupClass,
        List<String> environments,
        Select select,
        Layer terms,
        Map<String, Layer> overrides) {

    /** The name, unique among policies. */
    public String name() {
        return meta.name();
    }

    /**
     * What is backed up.
     *
     * @param namespaces names or globs; {@code *} for all
     * @param namespaceSelector label selector of namespaces, expanded before anything is compiled
     * @param selector label selector of objects
     * @param anySelectors alternatives to {@code selector}, any of which may match
     * @param clusterResources {@code auto}, {@code include} or {@code exclude}
     */
    public record Select(
            List<String> namespaces,
            List<String> excludeNamespaces,
            @Nullable JsonNode namespaceSelector,
            @Nullable JsonNode selector,
            List<JsonNode> anySelectors,
            List<String> resources,
            List<String> excludeResources,
            String clusterResources) {

        /** Whether every namespace is meant. */
        public boolean allNamespaces() {
            return namespaces.contains("*");
        }
    }
}
