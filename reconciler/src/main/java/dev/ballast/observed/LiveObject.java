package dev.ballast.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/**
 * An object as it is in the cluster, as far as it can be ours: metadata with labels, annotations, owners and managedFields, and its spec or data.
 *
 * @param root the object; not to be changed
 */
public record LiveObject(JsonNode root) {
    public String kind() {
        return root.path("kind").asText();
    }

    public String namespace() {
        return metadata().path("namespace").asText();
    }

    public String name() {
        return metadata().path("name").asText();
    }

    public String uid() {
        return metadata().path("uid").asText();
    }

    public String resourceVersion() {
        return metadata().path("resourceVersion").asText();
    }

    public JsonNode metadata() {
        return root.path("metadata");
    }

    /** {@code Kind namespace/name}, as {@link dev.ballast.manifest.Manifest#id()} writes it. */
    public String id() {
        return "%s %s/%s".formatted(kind(), namespace(), name());
    }

    /** The value of a label. */
    public Optional<String> label(String key) {
        JsonNode value = metadata().path("labels").path(key);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** The value of an annotation. */
    public Optional<String> annotation(String key) {
        JsonNode value = metadata().path("annotations").path(key);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** Who owns which fields; empty where that was stripped. */
    public JsonNode managedFields() {
        JsonNode fields = metadata().path("managedFields");
        return fields.isArray() ? fields : MissingNode.getInstance();
    }
}
