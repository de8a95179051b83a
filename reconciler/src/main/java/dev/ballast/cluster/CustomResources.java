package dev.ballast.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.source.Document;
import java.util.List;
import java.util.Map;

/** Objects of our kinds in a cluster as documents, so that they go the same way as files. */
public final class CustomResources {
    /** What a cluster and its tools add, and nobody wrote. */
    private static final List<String> NOT_WRITTEN =
            List.of("kubectl.kubernetes.io/last-applied-configuration", "argocd.argoproj.io/tracking-id");

    private CustomResources() {}

    /** The source that findings about an object name: {@code Kind/name}. */
    public static String source(String kind, String name) {
        return kind + "/" + name;
    }

    /** What somebody wrote of an object: its kind, name, labels, annotations and spec, without positions. */
    public static Document document(JsonNode object) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("apiVersion", object.path("apiVersion"));
        root.set("kind", object.path("kind"));
        JsonNode metadata = object.path("metadata");
        ObjectNode written = root.putObject("metadata");
        written.set("name", metadata.path("name"));
        List.of("labels", "annotations").forEach(map -> copy(metadata.path(map), written, map));
        if (object.has("spec")) {
            root.set("spec", object.path("spec"));
        }
        String name = metadata.path("name").asText();
        return new Document(source(object.path("kind").asText(), name), 0, root, Map.of());
    }

    private static void copy(JsonNode from, ObjectNode to, String name) {
        if (!from.isEmpty()) {
            ObjectNode copy = from.deepCopy();
            to.set(name, copy.remove(NOT_WRITTEN));
        }
    }
}
