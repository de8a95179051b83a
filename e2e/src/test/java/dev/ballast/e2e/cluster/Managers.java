package dev.ballast.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Who owns what of an object. */
public final class Managers {
    private Managers() {}

    /** Those who own anything of a part, such as {@code f:spec}, each with the way it wrote, sorted. */
    public static List<String> of(JsonNode object, String part) {
        JsonNode entries = object.at("/metadata/managedFields");
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("fieldsV1").has(part))
                .map(entry -> entry.path("manager").asText() + " "
                        + entry.path("operation").asText())
                .sorted()
                .toList();
    }
}
