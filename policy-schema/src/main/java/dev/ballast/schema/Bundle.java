package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts the definitions in place of the references to them: what stands beside a reference wins over what it refers to. */
final class Bundle {
    private static final String REF = "$ref";

    private final JsonNode definitions;

    Bundle(JsonNode definitions) {
        this.definitions = definitions.path("$defs");
    }

    ObjectNode of(JsonNode schema) {
        return (ObjectNode) inline(schema);
    }

    private JsonNode inline(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return inlineObject(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> copy.add(inline(element)));
            return copy;
        }
        return node;
    }

    private ObjectNode inlineObject(ObjectNode object) {
        JsonNode ref = object.get(REF);
        ObjectNode copy =
                ref == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) inline(target(ref.textValue()));
        object.properties().forEach(member -> {
            if (!member.getKey().equals(REF)) {
                copy.set(member.getKey(), inline(member.getValue()));
            }
        });
        return copy;
    }

    private JsonNode target(String ref) {
        String name = ref.substring(ref.lastIndexOf('/') + 1);
        JsonNode target = definitions.get(name);
        if (target == null) {
            throw new IllegalStateException("no definition for " + ref);
        }
        return target;
    }
}
