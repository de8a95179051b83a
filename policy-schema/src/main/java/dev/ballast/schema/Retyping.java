package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The edit for a value that is right but for its type: quotes too many or too few, a single element without its list. */
final class Retyping {
    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final Set<String> NO = Set.of("false", "no", "off");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*(\\.[0-9]+)?");
    private static final Pattern MINUTES = Pattern.compile("[0-9]+m");

    /** One of each form that has units. */
    private static final List<String> UNITS = List.of(" USD", "GiB", "%", "d", "m");

    private Retyping() {}

    static @Nullable String help(Violation violation) {
        JsonNode schema = violation.schema();
        JsonNode value = violation.value();
        String type =
                schema.path("type").isArray() ? "integer" : schema.path("type").asText();
        return switch (type) {
            case "string" -> first(quote(schema, value), unit(schema, value));
            case "integer" -> first(unquoteNumber(value), unit(schema, value));
            case "boolean" -> unquoteBoolean(value);
            case "array" -> wrap(schema, value);
            default -> null;
        };
    }

    private static @Nullable String first(@Nullable String help, @Nullable String otherwise) {
        return help == null ? otherwise : help;
    }

    private static @Nullable String quote(JsonNode schema, JsonNode value) {
        if (value.getNodeType() != JsonNodeType.NUMBER && value.getNodeType() != JsonNodeType.BOOLEAN) {
            return null;
        }
        if (!fits(schema, value.asText())) {
            return null;
        }
        return value.isIntegralNumber()
                ? "quote it: `\"" + value.asText() + "\"`"
                : "quote it, as in `\"" + value.asText() + "\"`";
    }

    /** A number where a unit belongs, or minutes where only longer units do. */
    private static @Nullable String unit(JsonNode schema, JsonNode value) {
        String text = value.isValueNode() ? value.asText() : "";
        if (MINUTES.matcher(text).matches() && fits(schema, text.replace("m", "mo"))) {
            return "there is no `m` here: months are `" + text.replace("m", "mo") + "`, hours `h`";
        }
        if (!NUMBER.matcher(text).matches() || !schema.has("pattern") || fits(schema, text)) {
            return null;
        }
        return UNITS.stream()
                .map(unit -> text + unit)
                .filter(whole -> fits(schema, whole))
                .findFirst()
                .map(whole -> "add the unit, as in `" + whole + "`")
                .orElse(null);
    }

    private static @Nullable String unquoteNumber(JsonNode value) {
        return value.isTextual() && value.textValue().matches("[1-9][0-9]{0,8}")
                ? "remove the quotes: `" + value.textValue() + "`"
                : null;
    }

    private static @Nullable String unquoteBoolean(JsonNode value) {
        String word = value.isTextual() ? value.textValue().toLowerCase(Locale.ROOT) : "";
        if (!YES.contains(word) && !NO.contains(word)) {
            return null;
        }
        return "write `" + YES.contains(word) + "` without quotes";
    }

    private static @Nullable String wrap(JsonNode schema, JsonNode value) {
        boolean single =
                value.isTextual() && schema.path("items").path("type").asText().equals("string");
        return single && fits(schema.path("items"), value.textValue())
                ? "write a list: `[" + flow(value.textValue()) + "]`"
                : null;
    }

    private static String flow(String text) {
        return text.matches("[A-Za-z][-A-Za-z0-9_.]*") ? text : "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static boolean fits(JsonNode schema, String text) {
        return !schema.has("pattern")
                || Pattern.compile(schema.path("pattern").textValue())
                        .matcher(text)
                        .find();
    }
}
