package dev.ballast.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A field that differs.
 *
 * @param pointer JSON pointer into the object
 * @param before absent when the field is new
 * @param after absent when the field is gone
 */
public record FieldChange(
        String pointer, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** All fields that differ, by pointer; lists of unequal length differ as a whole. */
    static List<FieldChange> between(JsonNode before, JsonNode after) {
        var changes = new ArrayList<FieldChange>();
        collect("", before, after, changes);
        return List.copyOf(changes);
    }

    private static void collect(
            String pointer, @Nullable JsonNode before, @Nullable JsonNode after, List<FieldChange> changes) {
        if (before == null || after == null) {
            changes.add(new FieldChange(pointer, before, after));
        } else if (before.isObject() && after.isObject()) {
            var names = new TreeSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                collect(below(pointer, name), before.get(name), after.get(name), changes);
            }
        } else if (before.isArray() && after.isArray() && before.size() == after.size() && holdsObjects(after)) {
            for (int i = 0; i < after.size(); i++) {
                collect(pointer + "/" + i, before.get(i), after.get(i), changes);
            }
        } else if (!before.equals(after)) {
            changes.add(new FieldChange(pointer, before, after));
        }
        // What is absent on both sides is never asked for.
    }

    private static boolean holdsObjects(JsonNode list) {
        return !list.isEmpty() && list.get(0).isObject();
    }

    private static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
