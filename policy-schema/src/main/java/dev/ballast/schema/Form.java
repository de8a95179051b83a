package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;

/** How a reference page says what may be written in a field. */
final class Form {
    private Form() {}

    /**
     * The form of a value, as Markdown.
     *
     * @param section link to the section of the object that the value is, or is made of; empty for scalars
     */
    static String of(JsonNode schema, String section) {
        return switch (schema.path("type").asText("union")) {
            case "object" ->
                schema.path("additionalProperties").isObject()
                        ? "map" + each(section, " of ", ", each ") + of(schema.path("additionalProperties"), section)
                        : section;
            case "array" -> "list" + each(section, " of ", ", each ") + of(schema.path("items"), section);
            case "boolean" -> "`true` or `false`";
            default -> scalar(schema);
        };
    }

    private static String each(String section, String ofObjects, String ofScalars) {
        return section.isEmpty() ? ofScalars : ofObjects;
    }

    private static String scalar(JsonNode schema) {
        if (schema.has(Annotation.FORM)) {
            return schema.path(Annotation.FORM).textValue();
        }
        if (!schema.has("enum")) {
            return Words.expected(schema);
        }
        var words = new ArrayList<String>();
        schema.path("enum").forEach(word -> words.add("`" + word.asText() + "`"));
        return String.join(", ", words);
    }

    /** The object schema that a value is, or is made of; a missing node for scalars. */
    static JsonNode object(JsonNode schema) {
        if (schema.has("items")) {
            return object(schema.path("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            return object(schema.path("additionalProperties"));
        }
        return schema.has("properties") ? schema : schema.path("properties");
    }

    /** How a path goes on to that object: {@code []} for each list, {@code .NAME} for each map. */
    static String steps(JsonNode schema) {
        if (schema.has("items")) {
            return "[]" + steps(schema.path("items"));
        }
        return schema.path("additionalProperties").isObject()
                ? ".NAME" + steps(schema.path("additionalProperties"))
                : "";
    }
}
