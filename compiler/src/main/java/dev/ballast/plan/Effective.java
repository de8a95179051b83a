package dev.ballast.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Place;
import java.util.HashMap;
import java.util.Map;

/**
 * The result of laying layers: the tree, and for every value the place and layer it came from.
 *
 * @param tree the fields that some layer wrote
 * @param origins by pointer into the tree; a pointer without an entry came with its nearest ancestor
 */
public record Effective(JsonNode tree, Map<String, Origin> origins) {
    /** Where a value came from: its place, and the title of its layer. */
    public record Origin(Place.Field place, String layer) {}

    /** Where the value at a pointer came from; for a value that no layer wrote, the nearest object that would hold it. */
    public Origin origin(String pointer) {
        String ancestor = pointer;
        while (!origins.containsKey(ancestor) && !ancestor.isEmpty()) {
            ancestor = ancestor.substring(0, ancestor.lastIndexOf('/'));
        }
        Origin origin = origins.get(ancestor);
        if (origin == null) {
            throw new IllegalStateException("no origin of the root");
        }
        Place.Field base = origin.place();
        String rest = tree.at(pointer).isMissingNode() ? "" : pointer.substring(ancestor.length());
        return new Origin(Place.value(base.source(), base.document(), base.pointer() + rest), origin.layer());
    }

    /** The place of the value at a pointer. */
    public Place.Field place(String pointer) {
        return origin(pointer).place();
    }

    /** Whether some layer wrote this. */
    public boolean has(String pointer) {
        return !tree.at(pointer).isMissingNode();
    }

    /** Only what stands under one member of the tree. */
    public Effective under(String member) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        if (tree.has(member)) {
            kept.set(member, tree.path(member));
        }
        String pointer = "/" + member;
        var places = new HashMap<String, Origin>();
        origins.forEach((of, origin) -> {
            if (of.isEmpty() || of.equals(pointer) || of.startsWith(pointer + "/")) {
                places.put(of, origin);
            }
        });
        return new Effective(kept, Map.copyOf(places));
    }

    /** Every value that is no object, by pointer in tree order, with where it came from. A list counts as one value unless it holds objects. */
    public Map<String, Origin> leaves() {
        var leaves = new java.util.LinkedHashMap<String, Origin>();
        collect("", tree, leaves);
        return leaves;
    }

    private void collect(String pointer, JsonNode node, Map<String, Origin> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(member -> collect(
                            pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                            member.getValue(),
                            leaves));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), leaves);
            }
        } else {
            leaves.put(pointer, origin(pointer));
        }
    }
}
