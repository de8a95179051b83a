package dev.ballast.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.observed.LiveObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When fields of an object were last written. An entry has one time for all fields of a manager, that of the last change of any of them: a
 * field may be older than that, never newer.
 */
record ManagedFields(JsonNode entries) {
    static ManagedFields of(LiveObject object) {
        return new ManagedFields(object.managedFields());
    }

    /** The latest time of those who own a field; nothing where nobody is recorded. */
    Optional<Instant> last(String... path) {
        List<Instant> times = new ArrayList<>();
        for (JsonNode entry : entries) {
            JsonNode field = entry.path("fieldsV1");
            for (String part : path) {
                field = field.path(part);
            }
            if (!field.isMissingNode()) {
                time(entry.path("time")).ifPresent(times::add);
            }
        }
        return times.stream().max(Comparator.naturalOrder());
    }

    private static Optional<Instant> time(JsonNode time) {
        try {
            return time.isTextual() ? Optional.of(Instant.parse(time.textValue())) : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
