package dev.ballast.schema.crd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A condition on the fields of an object as Kubernetes' CEL. It knows the keywords that conditions in the schemas use, and refuses any
 * other rather than let it pass silently.
 */
final class CelExpression {
    // https://kubernetes.io/docs/reference/using-api/cel/#escaping
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return",
            "var",
            "void",
            "while");

    private CelExpression() {}

    /** What must be true of {@code self} for the condition to hold. */
    static String of(JsonNode condition) {
        var parts = new ArrayList<String>();
        condition.properties().forEach(member -> part(parts, member.getKey(), member.getValue()));
        return String.join(" && ", parts);
    }

    /** What must be true of {@code self}, a map, for its keys to be right. */
    static String ofKeys(JsonNode names) {
        var parts = new ArrayList<String>();
        names.properties().forEach(member -> {
            switch (member.getKey()) {
                case "maxLength" -> parts.add("size(k) <= " + member.getValue().asInt());
                case "pattern" ->
                    parts.add("k.matches(" + text(member.getValue().textValue()) + ")");
                default -> requireOurs(member.getKey());
            }
        });
        return "self.all(k, " + String.join(" && ", parts) + ")";
    }

    /** A field name as CEL writes it. */
    static String field(String name) {
        if (RESERVED.contains(name)) {
            return "__" + name + "__";
        }
        return name.replace("__", "__underscores__")
                .replace(".", "__dot__")
                .replace("-", "__dash__")
                .replace("/", "__slash__");
    }

    private static void part(List<String> parts, String keyword, JsonNode value) {
        switch (keyword) {
            case "required" -> value.forEach(name -> parts.add(has(name.textValue())));
            case "properties" ->
                value.properties().forEach(member -> parts.add(listed(member.getKey(), member.getValue())));
            case "not" -> parts.add("!(" + of(value) + ")");
            case "anyOf" -> parts.add("(" + joined(value, " || ") + ")");
            case "oneOf" -> parts.add("[" + joined(value, ", ") + "].filter(x, x).size() == 1");
            default -> requireOurs(keyword);
        }
    }

    private static String joined(JsonNode branches, String by) {
        var parts = new ArrayList<String>();
        branches.forEach(branch -> parts.add(of(branch)));
        return String.join(by, parts);
    }

    private static String has(String field) {
        return "has(self." + field(field) + ")";
    }

    private static String listed(String field, JsonNode schema) {
        if (schema.size() != 1 || !schema.has("enum")) {
            throw new IllegalStateException("a condition on a field can only list its values: " + schema);
        }
        var words = new ArrayList<JsonNode>();
        schema.path("enum").forEach(words::add);
        String list = words.stream()
                .map(word -> word.isTextual() ? text(word.textValue()) : word.asText())
                .collect(Collectors.joining(", "));
        return "(!%s || self.%s in [%s])".formatted(has(field), field(field), list);
    }

    private static String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static void requireOurs(String keyword) {
        if (!keyword.startsWith("x-")) {
            throw new IllegalStateException("no CEL for the keyword " + keyword);
        }
    }
}
