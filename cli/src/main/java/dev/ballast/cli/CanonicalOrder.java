package dev.ballast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ballast.format.KeyOrder;
import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import java.util.ArrayList;
import java.util.List;

/** The order in which a kind's schema lists its properties. */
final class CanonicalOrder implements KeyOrder {
    private final Schemas schemas;

    CanonicalOrder(Schemas schemas) {
        this.schemas = schemas;
    }

    @Override
    public List<String> keys(String kind, String pointer) {
        JsonNode at = Kind.of(kind).<JsonNode>map(schemas::bundled).orElse(MissingNode.getInstance());
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            at = member(at, step.replace("~1", "/").replace("~0", "~"));
        }
        var names = new ArrayList<String>();
        at.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode member(JsonNode schema, String step) {
        if (schema.has("items") && step.matches("\\d+")) {
            return schema.path("items");
        }
        JsonNode property = schema.path("properties").path(step);
        return property.isMissingNode() ? schema.path("additionalProperties") : property;
    }
}
