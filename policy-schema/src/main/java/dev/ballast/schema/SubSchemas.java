package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Finds the schemas directly inside a schema: a property called {@code items} is none of its keywords. */
public final class SubSchemas {
    private static final List<String> SINGLE = List.of("items", "additionalProperties", "propertyNames", "not");
    private static final List<String> LISTS = List.of("allOf", "anyOf", "oneOf");

    private SubSchemas() {}

    /** The schemas directly inside, in no particular order of meaning. */
    public static List<ObjectNode> of(JsonNode schema) {
        var found = new ArrayList<ObjectNode>();
        schema.path("properties").forEach(property -> add(found, property));
        SINGLE.forEach(keyword -> add(found, schema.path(keyword)));
        LISTS.forEach(keyword -> schema.path(keyword).forEach(branch -> add(found, branch)));
        return found;
    }

    private static void add(List<ObjectNode> found, JsonNode node) {
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
    }
}
