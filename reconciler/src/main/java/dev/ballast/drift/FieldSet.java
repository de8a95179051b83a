package dev.ballast.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The fields that one entry of managedFields is about, in Kubernetes' format {@code FieldsV1}: {@code f:} before the name of a field, {@code k:},
 * {@code v:} and {@code i:} before what tells items of a list apart, {@code .} for the object or list itself.
 *
 * @param tree not to be changed
 */
record FieldSet(JsonNode tree) {
    private static final String FIELD = "f:";

    /** Whether exactly this field is in it. */
    boolean has(List<String> path) {
        JsonNode node = tree;
        for (String name : path) {
            node = node.path(FIELD + name);
        }
        return !node.isMissingNode();
    }

    /** Whether this field is in it, or one around it that is owned as a whole. */
    boolean covers(List<String> path) {
        JsonNode node = tree;
        for (int depth = 0; depth < path.size(); depth++) {
            if (depth > 0 && node.isEmpty()) {
                return true;
            }
            node = node.path(FIELD + path.get(depth));
            if (node.isMissingNode()) {
                return false;
            }
        }
        return true;
    }

    /** The paths that lead to no further field; a list with items told apart is one. */
    List<List<String>> leaves() {
        var leaves = new ArrayList<List<String>>();
        collect(List.of(), tree, leaves);
        return List.copyOf(leaves);
    }

    private static void collect(List<String> path, JsonNode node, List<List<String>> leaves) {
        List<Map.Entry<String, JsonNode>> fields = node.properties().stream()
                .filter(entry -> entry.getKey().startsWith(FIELD))
                .toList();
        if (fields.isEmpty() && !path.isEmpty()) {
            leaves.add(path);
        }
        fields.forEach(field ->
                collect(Pointers.below(path, field.getKey().substring(FIELD.length())), field.getValue(), leaves));
    }
}
