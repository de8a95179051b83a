package dev.ballast.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.observed.LiveObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose an object is.
 *
 * @param labelled whether it says so: {@code app.kubernetes.io/managed-by: ballast}
 * @param recorded whether managedFields are there; {@code kubectl get} leaves them out unless told otherwise
 * @param applied whether one of our field managers applied it
 * @param others field managers that wrote more of it than a status and are not ours, by name
 */
public record Ownership(boolean labelled, boolean recorded, boolean applied, List<String> others) {
    private static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    private static final String BALLAST = "ballast";

    public Ownership {
        others = List.copyOf(others);
    }

    /**
     * Looks at the label and at managedFields.
     *
     * @param managers names under which we apply
     */
    public static Ownership of(LiveObject live, Set<String> managers) {
        var others = new TreeSet<String>();
        boolean applied = false;
        for (Entry entry : entries(live)) {
            if (!managers.contains(entry.author().manager())) {
                if (entry.isMoreThanStatus()) {
                    others.add(entry.author().manager());
                }
            } else {
                applied |= entry.isApplied();
            }
        }
        return new Ownership(isLabelled(live), !live.managedFields().isEmpty(), applied, List.copyOf(others));
    }

    /** Whether it is ours: it says so, and where it is recorded who wrote it, we did. */
    public boolean isOurs() {
        return labelled && (applied || !recorded);
    }

    static boolean isLabelled(LiveObject live) {
        return live.label(MANAGED_BY).filter(BALLAST::equals).isPresent();
    }

    /** What each manager wrote, in the order of the object. */
    static List<Entry> entries(LiveObject live) {
        var entries = new ArrayList<Entry>();
        for (JsonNode entry : live.managedFields()) {
            var author = new Author(
                    entry.path("manager").asText(),
                    entry.path("operation").asText(),
                    Values.instant(entry.path("time")).orElse(null));
            entries.add(new Entry(author, new FieldSet(entry.path("fieldsV1"))));
        }
        return entries;
    }

    /** What one manager wrote. */
    record Entry(Author author, FieldSet fields) {
        boolean isApplied() {
            return author.operation().equals("Apply");
        }

        boolean isMoreThanStatus() {
            return fields.tree().properties().stream()
                    .anyMatch(field -> !field.getKey().equals("f:status"));
        }
    }
}
