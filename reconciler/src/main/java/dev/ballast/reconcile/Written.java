package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest status of each object: what was written last, until the object is heard of again. What a watch has told is behind for a moment after
 * a write, and a status that is made from such a copy would lose what the last one said, or be written again for nothing.
 */
final class Written {
    private final Map<String, Last> last = new ConcurrentHashMap<>();

    /**
     * What was written.
     *
     * @param version of the object that was known then
     */
    private record Last(String version, JsonNode status) {}

    /** The status that an object has now, as far as is known here. */
    JsonNode newest(String id, String version, JsonNode seen) {
        Last written = last.get(id);
        return written != null && written.version.equals(version) ? written.status : seen;
    }

    /** Whether a status must be written; whoever asks writes it, or {@link #forget forgets} it. */
    boolean isNews(String id, String version, JsonNode seen, JsonNode status) {
        if (isSame(newest(id, version, seen), status)) {
            return false;
        }
        last.put(id, new Last(version, status));
        return true;
    }

    /** It was not written. */
    void forget(String id) {
        last.remove(id);
    }

    /** A number that was read may be of another kind than the same number that was made. */
    static boolean isSame(JsonNode one, JsonNode other) {
        return one.equals((a, b) -> a.equals(b) || isSameNumber(a, b) ? 0 : 1, other);
    }

    private static boolean isSameNumber(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber() && one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
}
