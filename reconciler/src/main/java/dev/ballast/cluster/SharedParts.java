package dev.ballast.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps equal parts of many trees once: thousands of Schedules differ in little more than their names. Remembers the parts that were met last, a
 * bounded number. Safe for many threads.
 */
public final class SharedParts {
    private final Map<JsonNode, JsonNode> parts;

    public SharedParts() {
        this(10_000);
    }

    /** @param most parts that are remembered */
    SharedParts(int most) {
        this.parts = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<JsonNode, JsonNode> eldest) {
                return size() > most;
            }
        };
    }

    /** The same tree with parts that others have too. It must not be changed from then on. */
    public synchronized <T extends JsonNode> T share(T tree) {
        if (tree instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(shared(field.getValue())));
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, shared(array.get(i)));
            }
        }
        return tree;
    }

    private JsonNode shared(JsonNode part) {
        share(part);
        JsonNode known = parts.putIfAbsent(part, part);
        return known == null ? part : known;
    }
}
