package dev.ballast.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.calendar.GoDuration;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Which values of Velero's fields mean the same. */
final class Values {
    /** Texts that Velero reads as durations of Go. */
    private static final Set<String> DURATIONS = Set.of(
            "ttl", "csiSnapshotTimeout", "itemOperationTimeout", "timeout", "backupSyncPeriod", "validationFrequency");

    /** What is as good as nothing: Velero takes it where nothing is written. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "accessMode", "ReadWrite", "includedNamespaces", "*", "includedResources", "*", "datamover", "velero");

    /** Switches for which off is something else than nothing said. */
    private static final Set<String> TRISTATE = Set.of("includeClusterResources", "snapshotVolumes");

    private Values() {}

    /** Whether two values of a field mean the same; a missing node is nothing. */
    static boolean alike(String field, JsonNode one, JsonNode other) {
        if (DURATIONS.contains(field) && (one.isTextual() || other.isTextual())) {
            OptionalLong first = nanos(one);
            return first.isPresent() ? first.equals(nanos(other)) : one.equals(other);
        }
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                if (!alike(field, one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (one.isObject() && other.isObject()) {
            return covers(one, other) && covers(other, one);
        }
        return one.equals(other);
    }

    /** Whether all that is in one object is in the other with the same meaning. */
    static boolean covers(JsonNode one, JsonNode other) {
        return one.properties().stream()
                .allMatch(field -> alike(field.getKey(), field.getValue(), other.path(field.getKey()))
                        || (!other.has(field.getKey()) && isNothing(field.getKey(), field.getValue())));
    }

    /** Whether a value means what Velero does without it. */
    static boolean isNothing(String field, JsonNode value) {
        if (value.isTextual()) {
            return value.textValue().isEmpty()
                    || value.textValue().equals(DEFAULTS.get(field))
                    || (DURATIONS.contains(field) && nanos(value).equals(OptionalLong.of(0)));
        }
        if (value.isArray() && value.size() == 1) {
            return DEFAULTS.containsKey(field) && isNothing(field, value.get(0));
        }
        return value.isNull()
                || value.isMissingNode()
                || (value.isContainerNode() && value.isEmpty())
                || (value.isBoolean() && !value.booleanValue() && !TRISTATE.contains(field))
                || (value.isNumber() && value.decimalValue().signum() == 0);
    }

    static Optional<Instant> instant(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(Instant.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static OptionalLong nanos(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return OptionalLong.of(0);
        }
        return value.isTextual() ? GoDuration.parse(value.textValue()) : OptionalLong.empty();
    }
}
