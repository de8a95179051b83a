package dev.ballast.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Kubernetes label selectors. */
public final class LabelSelectors {
    private LabelSelectors() {}

    /** The names whose labels a selector matches, sorted. */
    static List<String> matching(JsonNode selector, Map<String, Map<String, String>> labelsByName) {
        return labelsByName.entrySet().stream()
                .filter(entry -> matches(selector, entry.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Whether labels satisfy all of {@code matchLabels} and {@code matchExpressions}. */
    public static boolean matches(JsonNode selector, Map<String, String> labels) {
        for (Map.Entry<String, JsonNode> wanted : selector.path("matchLabels").properties()) {
            if (!wanted.getValue().asText().equals(labels.get(wanted.getKey()))) {
                return false;
            }
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            if (!holds(expression, labels)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(JsonNode expression, Map<String, String> labels) {
        String value = labels.get(expression.path("key").asText());
        return switch (expression.path("operator").asText()) {
            case "In" -> value != null && contains(expression, value);
            case "NotIn" -> value == null || !contains(expression, value);
            case "Exists" -> value != null;
            case "DoesNotExist" -> value == null;
            default -> false;
        };
    }

    private static boolean contains(JsonNode expression, String value) {
        for (JsonNode candidate : expression.path("values")) {
            if (candidate.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
