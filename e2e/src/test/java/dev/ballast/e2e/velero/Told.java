package dev.ballast.e2e.velero;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The status of a policy. */
record Told(JsonNode policy) {
    private JsonNode status() {
        return policy.path("status");
    }

    /** Restore points that are there, and how many are promised by now: {@code 1/2}. */
    String points() {
        return status().path("points").asText();
    }

    /** Whether there are so many restore points, and so many are promised. */
    boolean isFull(int points) {
        return points().equals(points + "/" + points);
    }

    /** {@code execution/refused}, in order. */
    List<String> findings() {
        return StreamSupport.stream(status().path("findings").spliterator(), false)
                .map(finding -> finding.path("about").asText() + "/"
                        + finding.path("kind").asText())
                .toList();
    }

    /** What is said of a finding, empty when there is none such. */
    String message(String kind) {
        return StreamSupport.stream(status().path("findings").spliterator(), false)
                .filter(finding -> finding.path("kind").asText().equals(kind))
                .map(finding -> finding.path("message").asText())
                .findFirst()
                .orElse("");
    }

    /** {@code True} or {@code False} and the reason. */
    String condition(String type) {
        return StreamSupport.stream(status().path("conditions").spliterator(), false)
                .filter(condition -> condition.path("type").asText().equals(type))
                .map(condition -> condition.path("status").asText() + " "
                        + condition.path("reason").asText())
                .findFirst()
                .orElse("");
    }

    /** Bytes that are stored more than should be, by cause; negative for fewer. */
    Map<String, Long> causes() {
        Map<String, Long> bytes = new TreeMap<>();
        status().at("/storage/causes")
                .forEach(cause -> bytes.put(
                        cause.path("kind").asText(), cause.path("bytes").asLong()));
        return bytes;
    }

    /** A field of the status, empty when it is absent. */
    String field(String pointer) {
        return status().at(pointer).asText();
    }

    @Override
    public String toString() {
        return status().toPrettyString();
    }
}
