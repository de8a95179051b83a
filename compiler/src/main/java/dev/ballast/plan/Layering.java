package dev.ballast.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Place;
import dev.ballast.policy.Layer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays layers over each other, later ones winning. Objects merge key by key; lists, {@code keep} and {@code size.deltas} are replaced
 * whole; hooks unite by name; choosing one of two alternatives takes away the other.
 */
public final class Layering {
    /** Objects that are one value: half of an old promise under half of a new one is no promise anybody made. */
    private static final Set<String> WHOLE =
            Set.of("/keep", "/size/deltas", "/select", "/selector", "/namespaceSelector", "/credential");

    private static final List<List<Set<String>>> ALTERNATIVES = List.of(
            List.of(Set.of("/size/deltas"), Set.of("/size/change", "/size/reach")),
            List.of(Set.of("/size/data"), Set.of("/size/byMethod")));

    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    private final Map<String, Effective.Origin> origins = new HashMap<>();

    private Layering() {}

    /** All layers together, first to last. */
    public static Effective of(List<Layer> layers) {
        var layering = new Layering();
        for (Layer layer : layers) {
            layering.origins.putIfAbsent("", new Effective.Origin(layer.base(), layer.title()));
            layering.merge(layering.tree, "", layer.fields(), layer.base(), layer.title());
        }
        return new Effective(layering.tree, layering.origins);
    }

    private void merge(ObjectNode below, String pointer, JsonNode above, Place.Field place, String title) {
        above.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            Place.Field from = place.child(name);
            dropAlternatives(at);
            if (at.equals("/hooks") && below.get(name) instanceof ArrayNode hooks) {
                uniteHooks(hooks, value, from, title);
            } else if (value.isObject() && below.get(name) instanceof ObjectNode object && !WHOLE.contains(at)) {
                merge(object, at, value, from, title);
            } else {
                put(below, name, value, at, new Effective.Origin(from, title));
            }
        });
    }

    private void put(ObjectNode below, String name, JsonNode value, String at, Effective.Origin origin) {
        below.set(name, value.deepCopy());
        origins.keySet().removeIf(known -> known.startsWith(at + "/"));
        origins.put(at, origin);
    }

    private void dropAlternatives(String chosen) {
        for (List<Set<String>> pair : ALTERNATIVES) {
            for (int side = 0; side < 2; side++) {
                if (pair.get(side).contains(chosen)) {
                    pair.get(1 - side).forEach(this::drop);
                }
            }
        }
    }

    private void drop(String pointer) {
        int last = pointer.lastIndexOf('/');
        if (tree.at(pointer.substring(0, last)) instanceof ObjectNode parent) {
            parent.remove(pointer.substring(last + 1));
            origins.keySet().removeIf(known -> known.equals(pointer) || known.startsWith(pointer + "/"));
        }
    }

    private void uniteHooks(ArrayNode below, JsonNode above, Place.Field place, String title) {
        for (int i = 0; i < above.size(); i++) {
            int same = indexOf(below, hookName(above.get(i)));
            if (same >= 0 && below.get(same) instanceof ObjectNode hook) {
                merge(hook, "/hooks/" + same, above.get(i), place.child(i), title);
            } else {
                below.add(above.get(i).deepCopy());
                origins.put("/hooks/" + (below.size() - 1), new Effective.Origin(place.child(i), title));
            }
        }
    }

    private static int indexOf(ArrayNode hooks, String name) {
        for (int i = 0; i < hooks.size(); i++) {
            if (hookName(hooks.get(i)).equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String hookName(JsonNode hook) {
        return hook.path("name").asText(hook.path("use").asText());
    }
}
