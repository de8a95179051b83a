package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;

/** Values as YAML on one line, with quotes only where YAML 1.1 would read something else without them. */
final class FlowText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9$][-A-Za-z0-9_./ $()%]*[-A-Za-z0-9_./)%]|[A-Za-z]");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9_]*(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
    private static final Set<String> WORDS =
            Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n", "t", "f");

    private FlowText() {}

    static String of(JsonNode value) {
        if (value.isObject()) {
            var members = new ArrayList<String>();
            value.properties().forEach(member -> members.add(text(member.getKey()) + ": " + of(member.getValue())));
            return "{" + String.join(", ", members) + "}";
        }
        if (value.isArray()) {
            var elements = new ArrayList<String>();
            value.forEach(element -> elements.add(of(element)));
            return "[" + String.join(", ", elements) + "]";
        }
        return value.isTextual() ? text(value.textValue()) : value.asText();
    }

    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !NUMBER.matcher(text).matches()
                && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
