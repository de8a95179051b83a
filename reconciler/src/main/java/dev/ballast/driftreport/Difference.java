package dev.ballast.driftreport;

import dev.ballast.drift.FieldDrift;
import java.util.List;

/**
 * What applying would change in one object.
 *
 * @param object {@code Kind namespace/name}
 * @param exists whether it is there; otherwise it would be made
 * @param fields that would change
 */
public record Difference(String object, boolean exists, List<FieldDrift> fields) {
    public Difference {
        fields = List.copyOf(fields);
    }

    /** Whether anything would change. */
    public boolean isSome() {
        return !exists || !fields.isEmpty();
    }
}
