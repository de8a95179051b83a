package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The fields a kind knows, and where.
 *
 * @param schema the bundled schema of the kind
 */
record Fields(Kind kind, JsonNode schema) {
    private record Spot(String path, JsonNode schema) {}

    /** The fields an object may have. */
    static List<String> of(JsonNode objectSchema) {
        var names = new ArrayList<String>();
        objectSchema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Whether the object that holds the member at a path cannot be without it. */
    boolean required(List<Object> path) {
        JsonNode object = schema;
        for (Object step : path.subList(0, path.size() - 1)) {
            JsonNode property = object.path("properties").path(step.toString());
            JsonNode other = object.path(step instanceof Integer ? "items" : "additionalProperties");
            object = property.isMissingNode() ? other : property;
        }
        String last = path.get(path.size() - 1).toString();
        return StreamSupport.stream(object.path("required").spliterator(), false)
                .anyMatch(name -> name.asText().equals(last));
    }

    /** The outermost object that knows the field, as in {@code spec.volumes}; nothing when only lists and maps have it. */
    Optional<String> home(String field) {
        var queue = new ArrayDeque<Spot>();
        queue.add(new Spot("", schema));
        while (!queue.isEmpty()) {
            Spot spot = queue.remove();
            if (spot.schema().path("properties").has(field)) {
                return Optional.of(spot.path());
            }
            spot.schema().path("properties").properties().forEach(member -> {
                String path = spot.path().isEmpty() ? member.getKey() : spot.path() + "." + member.getKey();
                queue.add(new Spot(path, member.getValue()));
            });
        }
        return Optional.empty();
    }
}
