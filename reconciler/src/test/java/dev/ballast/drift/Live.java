package dev.ballast.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.observed.LiveObject;

/** Objects as an API server keeps them. Texts may use single quotes. */
final class Live {
    static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root;

    private Live(ObjectNode root) {
        this.root = root;
    }

    static ObjectNode tree(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** As it is after it was applied by a manager. */
    static Live applied(JsonNode desired, String manager) {
        var live = new Live(desired.deepCopy());
        ObjectNode fields = fields(desired);
        fields.remove("f:apiVersion");
        fields.remove("f:kind");
        ((ObjectNode) fields.path("f:metadata")).remove("f:name");
        ((ObjectNode) fields.path("f:metadata")).remove("f:namespace");
        return live.entry(manager, "Apply", "2026-11-01T08:00:00Z", fields);
    }

    /** Another value, written by another manager; what was owned there is no longer. */
    Live set(String pointer, String value, String manager, String time) {
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        disown(pointer);
        ObjectNode owned = JSON.createObjectNode();
        ObjectNode node = owned;
        ObjectNode object = root;
        for (String step : parent.substring(1).split("/", -1)) {
            node = node.putObject("f:" + step);
            object = object.withObject("/" + step);
        }
        node.putObject("f:" + name.replace("~1", "/"));
        try {
            object.set(name.replace("~1", "/"), JSON.readTree(value.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value, e);
        }
        return entry(manager, "Update", time, owned);
    }

    /** A field taken away. */
    Live remove(String pointer) {
        disown(pointer);
        JsonNode object = root.at(pointer.substring(0, pointer.lastIndexOf('/')));
        ((ObjectNode) object).remove(pointer.substring(pointer.lastIndexOf('/') + 1));
        return this;
    }

    /** The value stays, and nobody says any longer who wrote it. */
    Live disown(String pointer) {
        for (JsonNode entry : root.at("/metadata/managedFields")) {
            JsonNode parent = entry.path("fieldsV1");
            String[] steps = pointer.substring(1).split("/", -1);
            for (int i = 0; i < steps.length - 1; i++) {
                parent = parent.path("f:" + steps[i].replace("~1", "/"));
            }
            if (parent instanceof ObjectNode object) {
                object.remove("f:" + steps[steps.length - 1].replace("~1", "/"));
            }
        }
        return this;
    }

    Live status(String text) {
        root.set("status", tree(text));
        return entry("velero-server", "Update", "2026-11-20T00:00:00Z", tree("{'f:status': {'.': {}, 'f:phase': {}}}"));
    }

    /** As {@code kubectl get} prints it. */
    Live stripped() {
        ((ObjectNode) root.path("metadata")).remove("managedFields");
        return this;
    }

    LiveObject object() {
        return new LiveObject(root);
    }

    private Live entry(String manager, String operation, String time, ObjectNode fields) {
        root.withObject("/metadata")
                .withArray("managedFields")
                .addObject()
                .put("manager", manager)
                .put("operation", operation)
                .put("apiVersion", "velero.io/v1")
                .put("time", time)
                .put("fieldsType", "FieldsV1")
                .set("fieldsV1", fields);
        return this;
    }

    private static ObjectNode fields(JsonNode value) {
        ObjectNode fields = JSON.createObjectNode();
        value.properties().forEach(field -> {
            boolean leaf = !field.getValue().isObject() || field.getKey().equals("labelSelector");
            fields.set("f:" + field.getKey(), leaf ? JSON.createObjectNode() : fields(field.getValue()));
        });
        return fields;
    }
}
