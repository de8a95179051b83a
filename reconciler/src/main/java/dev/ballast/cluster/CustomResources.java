package dev.ballast.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.schema.Kind;
import dev.ballast.source.Document;
import java.util.List;
import java.util.Map;

/** Objects of our kinds in a cluster as documents, so that they go the same way as files. */
public final class CustomResources {
    /** What a cluster and its tools add, and nobody wrote. */
    private static final List<String> NOT_WRITTEN =
            List.of("kubectl.kubernetes.io/last-applied-configuration", "argocd.argoproj.io/tracking-id");

    /** Of the tiers in the status of a policy: since when each is as it is. */
    private static final List<String> LIFE = List.of("name", "since", "pausedSince");

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

    /** An object with what is read of it, and nothing else: many times as much is the record of who wrote which field, and the status. */
    static ObjectNode lean(ObjectNode object) {
        ObjectNode lean = object.deepCopy();
        if (lean.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        if (object.path("kind").asText().equals(Kind.BACKUP_POLICY.word())) {
            lean.remove("status");
            JsonNode tiers = object.path("status").path("tiers");
            if (!tiers.isEmpty()) {
                ArrayNode since = lean.putObject("status").putArray("tiers");
                tiers.forEach(tier -> since.add(((ObjectNode) tier.deepCopy()).retain(LIFE)));
            }
        }
        return lean;
    }

    private static void copy(JsonNode from, ObjectNode to, String name) {
        if (!from.isEmpty()) {
            ObjectNode copy = from.deepCopy();
            to.set(name, copy.remove(NOT_WRITTEN));
        }
    }
}
