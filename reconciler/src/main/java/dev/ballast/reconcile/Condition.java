package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Something that holds, or does not, as in Kubernetes' API conventions.
 *
 * @param type for example {@code Ready}
 * @param holds whether it does
 * @param reason why it is so
 * @param message for people
 */
record Condition(String type, Holds holds, Reason reason, String message) {
    /** Longer messages are cut: a status is read by every client that watches. */
    private static final int LONGEST = 1024;

    /** Whether a condition holds. */
    enum Holds {
        TRUE("True"),
        FALSE("False"),
        UNKNOWN("Unknown");

        private final String word;

        Holds(String word) {
            this.word = word;
        }

        static Holds of(boolean value) {
            return value ? TRUE : FALSE;
        }
    }

    /** All as they are written, each with the time since when it is so: that of before where nothing turned. */
    static ArrayNode write(List<Condition> conditions, JsonNode before, long generation, Instant at) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Condition condition : conditions) {
            all.addObject()
                    .put("type", condition.type)
                    .put("status", condition.holds.word)
                    .put("observedGeneration", generation)
                    .put("lastTransitionTime", since(condition, before, at))
                    .put("reason", condition.reason.word())
                    .put("message", cut(condition.message));
        }
        return all;
    }

    private static String since(Condition condition, JsonNode before, Instant at) {
        for (JsonNode old : before) {
            if (old.path("type").asText().equals(condition.type)
                    && old.path("status").asText().equals(condition.holds.word)) {
                return old.path("lastTransitionTime").asText();
            }
        }
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String cut(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST - 1) + "…";
    }
}
