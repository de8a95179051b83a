package dev.ballast.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An object that is added, removed or changed.
 *
 * @param object as it is after the change; as it was when it is removed
 * @param fields those that differ, when it is changed
 */
public record ObjectChange(Applied object, Change change, List<FieldChange> fields) {
    public ObjectChange {
        fields = List.copyOf(fields);
        if (change == Change.SAME || fields.isEmpty() == (change == Change.CHANGED)) {
            throw new IllegalArgumentException(change + " with " + fields.size() + " fields");
        }
    }

    /** Every difference, by kind, namespace and name. */
    static List<ObjectChange> between(List<Applied> before, List<Applied> after) {
        Map<String, Applied> old = byId(before);
        Map<String, Applied> now = byId(after);
        var changes = new ArrayList<ObjectChange>();
        now.forEach((id, object) -> {
            Applied was = old.get(id);
            List<FieldChange> fields = was == null ? List.of() : FieldChange.between(was.tree(), object.tree());
            if (was == null || !fields.isEmpty()) {
                changes.add(new ObjectChange(object, was == null ? Change.ADDED : Change.CHANGED, fields));
            }
        });
        old.forEach((id, object) -> {
            if (!now.containsKey(id)) {
                changes.add(new ObjectChange(object, Change.REMOVED, List.of()));
            }
        });
        changes.sort((a, b) -> Applied.ORDER.compare(a.object(), b.object()));
        return List.copyOf(changes);
    }

    private static Map<String, Applied> byId(List<Applied> objects) {
        var byId = new TreeMap<String, Applied>();
        objects.forEach(object -> byId.put(object.id(), object));
        return byId;
    }
}
