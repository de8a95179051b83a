package dev.ballast.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ballast.manifest.Manifest;
import java.util.Comparator;

/**
 * An object as it is applied, or a patch as it is written.
 *
 * @param namespace empty for a patch
 * @param tree all of it but the revision annotation, which follows from the rest
 */
public record Applied(String kind, String namespace, String name, JsonNode tree) {
    /** By kind, namespace and name. */
    static final Comparator<Applied> ORDER = Comparator.comparing(Applied::kind)
            .thenComparing(Applied::namespace)
            .thenComparing(Applied::name);

    private static final JsonMapper JSON = new JsonMapper();
    private static final String REVISION = "ballast.dev/revision";

    static Applied of(Manifest manifest) {
        ObjectNode tree = JSON.valueToTree(manifest);
        if (tree.path("metadata").path("annotations") instanceof ObjectNode annotations) {
            annotations.remove(REVISION);
            if (annotations.isEmpty() && tree.path("metadata") instanceof ObjectNode metadata) {
                metadata.remove("annotations");
            }
        }
        return of(tree);
    }

    /** An object from its tree. */
    static Applied of(JsonNode tree) {
        JsonNode metadata = tree.path("metadata");
        return new Applied(
                tree.path("kind").asText(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText(),
                tree);
    }

    /** A Kustomize patch for an object of others. */
    static Applied patch(String file, String text) {
        return new Applied("Patch", "", file, TextNode.valueOf(text));
    }

    /** {@code Kind namespace/name}, unique on one side. */
    public String id() {
        return namespace.isEmpty() ? kind + " " + name : "%s %s/%s".formatted(kind, namespace, name);
    }
}
