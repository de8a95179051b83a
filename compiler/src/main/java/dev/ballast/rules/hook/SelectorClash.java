package dev.ballast.rules.hook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.plan.LabelSelectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Two label selectors that no object can satisfy both. */
final class SelectorClash {
    private SelectorClash() {}

    /** The label on which they disagree; nothing when some object may satisfy both. */
    static Optional<String> label(JsonNode one, JsonNode other) {
        return oneSided(one, other).or(() -> oneSided(other, one));
    }

    /** The labels of which one selector allows a few values only, and the other none of them. */
    private static Optional<String> oneSided(JsonNode one, JsonNode other) {
        return values(one).entrySet().stream()
                .filter(allowed -> allowed.getValue().stream()
                        .noneMatch(value ->
                                LabelSelectors.matches(only(other, allowed.getKey()), Map.of(allowed.getKey(), value))))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The values that a selector asks for, by label; of a label it only forbids things of, none. */
    private static Map<String, List<String>> values(JsonNode selector) {
        var values = new TreeMap<String, List<String>>();
        selector.path("matchLabels")
                .properties()
                .forEach(label ->
                        values.put(label.getKey(), List.of(label.getValue().asText())));
        for (JsonNode expression : selector.path("matchExpressions")) {
            if (expression.path("operator").asText().equals("In")) {
                var listed = new ArrayList<String>();
                expression.path("values").forEach(value -> listed.add(value.asText()));
                values.putIfAbsent(expression.path("key").asText(), listed);
            }
        }
        return values;
    }

    /** What a selector says of one label. */
    private static JsonNode only(JsonNode selector, String label) {
        var part = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        JsonNode value = selector.path("matchLabels").get(label);
        if (value != null) {
            part.putObject("matchLabels").set(label, value);
        }
        var expressions = part.putArray("matchExpressions");
        selector.path("matchExpressions").forEach(expression -> {
            if (expression.path("key").asText().equals(label)) {
                expressions.add(expression);
            }
        });
        return part;
    }

    /** A selector's demands, for a message. */
    static String show(JsonNode selector, String label) {
        List<String> wanted = values(selector).getOrDefault(label, List.of());
        return wanted.isEmpty()
                ? "rules out such an `%s`".formatted(label)
                : wanted.stream()
                        .map(value -> "`%s=%s`".formatted(label, value))
                        .collect(Collectors.joining(" or ", "wants ", ""));
    }
}
