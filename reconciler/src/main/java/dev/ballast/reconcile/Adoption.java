package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.observed.LiveObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Makes an object ours that somebody else made. Applying alone would only add us as a second owner, and what the policy does not ask for would
 * stay for ever: so the fields of all others become ours first, and applying removes those that are not wanted. A status stays with whoever
 * writes it.
 */
final class Adoption {
    private static final List<String> CONTENT = List.of("f:spec", "f:data");
    private static final List<String> MARKS = List.of("f:labels", "f:annotations");

    /** Velero's own commands to itself, which nobody else owns. */
    private static final String SKIP = "f:skipImmediately";

    private Adoption() {}

    /** A JSON Patch that the server refuses when the object is another by now. */
    static ArrayNode patch(LiveObject live, Instant at) {
        ObjectNode ours = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        String version = live.root().path("apiVersion").asText();
        for (JsonNode entry : live.managedFields()) {
            ObjectNode rest = entry.deepCopy();
            if (rest.path("fieldsV1") instanceof ObjectNode fields) {
                take(fields, ours);
                if (!fields.isEmpty()) {
                    entries.add(rest);
                }
            }
        }
        entries.addObject()
                .put("manager", Marks.MANAGER)
                .put("operation", "Apply")
                .put("apiVersion", version)
                .put("time", at.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("fieldsType", "FieldsV1")
                .set("fieldsV1", ours);
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        patch.addObject()
                .put("op", "test")
                .put("path", "/metadata/resourceVersion")
                .put("value", live.resourceVersion());
        patch.addObject()
                .put("op", "replace")
                .put("path", "/metadata/managedFields")
                .set("value", entries);
        return patch;
    }

    private static void take(ObjectNode from, ObjectNode to) {
        for (String part : CONTENT) {
            if (from.remove(part) instanceof ObjectNode content) {
                JsonNode skip = content.remove(SKIP);
                unite(to.withObjectProperty(part), content);
                if (skip != null) {
                    from.withObjectProperty(part).set(SKIP, skip);
                }
            }
        }
        if (from.path("f:metadata") instanceof ObjectNode metadata) {
            for (String part : MARKS) {
                if (metadata.remove(part) instanceof ObjectNode marks) {
                    unite(to.withObjectProperty("f:metadata").withObjectProperty(part), marks);
                }
            }
            if (metadata.isEmpty()) {
                from.remove("f:metadata");
            }
        }
    }

    private static void unite(ObjectNode into, ObjectNode more) {
        more.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode below && !below.isEmpty()) {
                unite(into.withObjectProperty(field.getKey()), below);
            } else if (!into.has(field.getKey())) {
                into.set(field.getKey(), field.getValue());
            }
        });
    }
}
