package dev.ballast.schema.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A bundled JSON Schema as the structural schema that Kubernetes demands: one type a node, no defaults (stored in an object they would
 * win over classes and environments), objects not closed (strict field validation does that there), conditions as CEL.
 */
final class StructuralSchema {
    private static final List<String> KEPT = List.of(
            "description",
            "type",
            "format",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "required",
            "x-kubernetes-list-type",
            "x-kubernetes-map-type");

    private StructuralSchema() {}

    static ObjectNode of(JsonNode schema) {
        ObjectNode structural = JsonNodeFactory.instance.objectNode();
        KEPT.stream().filter(schema::has).forEach(keyword -> structural.set(keyword, schema.get(keyword)));
        if (schema.path("type").isArray()) {
            structural.remove("type");
            structural.put("x-kubernetes-int-or-string", true);
        }
        if (schema.has("properties")) {
            ObjectNode properties = structural.putObject("properties");
            schema.path("properties")
                    .properties()
                    .forEach(member -> properties.set(member.getKey(), of(member.getValue())));
        }
        if (schema.path("additionalProperties").isObject()) {
            structural.set("additionalProperties", of(schema.path("additionalProperties")));
        }
        if (schema.has("items")) {
            structural.set("items", of(schema.path("items")));
        }
        ArrayNode validations = validations(schema);
        if (!validations.isEmpty()) {
            structural.set("x-kubernetes-validations", validations);
        }
        return structural;
    }

    private static ArrayNode validations(JsonNode schema) {
        ArrayNode validations = JsonNodeFactory.instance.arrayNode();
        for (JsonNode condition : schema.path("allOf")) {
            validations
                    .addObject()
                    .put("rule", CelExpression.of(condition))
                    .put("message", condition.path("x-message").textValue());
        }
        JsonNode names = schema.path("propertyNames");
        if (names.isObject()) {
            validations
                    .addObject()
                    .put("rule", CelExpression.ofKeys(names))
                    .put(
                            "message",
                            "each key must be " + names.path("x-expected").textValue());
        }
        return validations;
    }
}
