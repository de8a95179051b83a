package dev.ballast.rules.volumes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.policy.Volumes;
import java.util.Map;

/** Which volumes the conditions of a rule fit, as far as two sets of conditions can be compared without a volume. */
final class Conditions {
    private Conditions() {}

    /** Whether the conditions fit every volume there is: none, or a capacity without bounds. */
    static boolean matchAll(Volumes.Rule rule) {
        for (Map.Entry<String, JsonNode> condition : rule.conditions().properties()) {
            if (!condition.getKey().equals("capacity")
                    || !condition.getValue().asText().matches("(0([KMGTPEk]i?)?)?,")) {
                return false;
            }
        }
        return true;
    }

    /** Whether every volume that the later rule fits is fitted by the earlier one too. */
    static boolean cover(Volumes.Rule earlier, Volumes.Rule later) {
        if (matchAll(earlier)) {
            return true;
        }
        for (Map.Entry<String, JsonNode> condition : earlier.conditions().properties()) {
            JsonNode narrower = later.conditions().get(condition.getKey());
            if (narrower == null || !covers(condition.getValue(), narrower)) {
                return false;
            }
        }
        return true;
    }

    private static boolean covers(JsonNode wide, JsonNode narrow) {
        if (wide.isArray()) {
            return stream(narrow).allMatch(value -> stream(wide).anyMatch(value::equals));
        }
        if (wide.isObject()) {
            return wide.properties().stream()
                    .allMatch(member -> member.getValue().equals(narrow.get(member.getKey())));
        }
        return wide.equals(narrow);
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false);
    }
}
