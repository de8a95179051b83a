package dev.ballast.rules.select;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.policy.BackupPolicy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Label selectors of objects. */
final class Selectors {
    private Selectors() {}

    /** Those of a policy by their pointers. */
    static Map<String, JsonNode> of(BackupPolicy.Select select) {
        var selectors = new LinkedHashMap<String, JsonNode>();
        if (select.selector() != null) {
            selectors.put("/spec/select/selector", select.selector());
        }
        for (int i = 0; i < select.anySelectors().size(); i++) {
            selectors.put(
                    "/spec/select/anySelectors/" + i, select.anySelectors().get(i));
        }
        return selectors;
    }

    static boolean isEmpty(JsonNode selector) {
        return selector.path("matchLabels").isEmpty()
                && selector.path("matchExpressions").isEmpty();
    }
}
