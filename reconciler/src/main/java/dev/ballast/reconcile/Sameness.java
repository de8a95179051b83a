package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whether an object is as applying would make it, in the parts that are ours. */
final class Sameness {
    private static final List<String> METADATA = List.of("labels", "annotations", "ownerReferences");

    private Sameness() {}

    /** Whether applying changes anything; who owns what counts too, since a field that another owns alone can be taken away. */
    static boolean differs(JsonNode live, JsonNode applied) {
        return !live.path("spec").equals(applied.path("spec"))
                || !live.path("data").equals(applied.path("data"))
                || METADATA.stream()
                        .anyMatch(part -> !live.path("metadata")
                                .path(part)
                                .equals(applied.path("metadata").path(part)))
                || !ours(live).equals(ours(applied));
    }

    private static JsonNode ours(JsonNode object) {
        for (JsonNode entry : object.path("metadata").path("managedFields")) {
            if (entry.path("manager").asText().equals(Marks.MANAGER)
                    && entry.path("operation").asText().equals("Apply")) {
                return entry.path("fieldsV1");
            }
        }
        return object.path("nothing");
    }
}
