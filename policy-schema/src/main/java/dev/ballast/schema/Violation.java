package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One keyword of a schema that does not hold.
 *
 * @param keyword the keyword, or {@link #CONDITION} for all that fails inside one entry of {@code allOf}
 * @param path member names and indexes from the root of the document
 * @param schema the bundled schema at fault; for a condition the condition itself
 * @param value what is there; the object for a missing or an unknown field
 * @param field name of the missing or unknown field
 */
record Violation(
        String keyword,
        List<Object> path,
        JsonNode schema,
        JsonNode value,
        @Nullable String field) {
    static final String CONDITION = "condition";

    Violation {
        path = List.copyOf(path);
    }

    /** Reads an error of the validator; {@code bundled} is the schema that was validated with, annotations included. */
    static Violation of(Error error, JsonNode bundled, JsonNode root) {
        List<Object> path = elements(error.getInstanceLocation());
        List<Object> location = elements(error.getEvaluationPath());
        JsonNode schema = bundled;
        for (int i = 0; i + 1 < location.size(); i++) {
            Object step = location.get(i);
            schema = step instanceof Integer index ? schema.path(index) : schema.path((String) step);
            if (schema.has(Annotation.RULE)) {
                List<Object> object = path.subList(0, path.size() - depth(location.subList(i + 1, location.size())));
                return new Violation(CONDITION, object, schema, at(root, object), null);
            }
        }
        return new Violation(error.getKeyword(), path, schema, at(root, path), error.getProperty());
    }

    /** How far below the object a condition looked. */
    private static int depth(List<Object> location) {
        return (int) location.stream().filter("properties"::equals).count();
    }

    /** JSON pointer of the value. */
    String pointer() {
        return pointer(path);
    }

    static String pointer(List<Object> path) {
        var text = new StringBuilder();
        for (Object step : path) {
            text.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }

    private static JsonNode at(JsonNode root, List<Object> path) {
        JsonNode node = root;
        for (Object step : path) {
            node = step instanceof Integer index && node.isArray() ? node.path(index) : node.path(step.toString());
        }
        return node;
    }

    private static List<Object> elements(NodePath path) {
        var elements = new ArrayList<Object>();
        for (int i = 0; i < path.getNameCount(); i++) {
            if (!path.getElement(i).equals("$ref")) {
                elements.add(path.getElement(i));
            }
        }
        return elements;
    }
}
