package dev.ballast.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.ballast.observed.LiveObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object as it should be and as it is, field by field. Lists, and objects that Velero's CRDs mark as atomic, are compared and owned as a
 * whole, as the API server does it.
 */
final class FieldComparison {
    private static final Set<String> ATOMIC =
            Set.of("labelSelector", "resourcePolicy", "credential", "caCertRef", "ownerReferences");

    /** What names an object, so that it is the same by definition. */
    private static final Set<String> IDENTITY = Set.of("/apiVersion", "/kind", "/metadata/name", "/metadata/namespace");

    /** Follows from the rest of the object. */
    private static final String REVISION = "/metadata/annotations/ballast.dev~1revision";

    /** Fields that Velero writes itself, and those that only say how often it looks. */
    private static final Set<String> OF_VELERO =
            Set.of("/spec/skipImmediately", "/spec/default", "/spec/backupSyncPeriod", "/spec/validationFrequency");

    private static final List<String> MEANT = List.of("spec", "data", "binaryData");
    private static final List<String> OUR_PREFIXES = List.of("ballast.dev/", "velero.io/csi-volumesnapshot-class_");

    private final JsonNode desired;
    private final LiveObject live;
    private final List<Ownership.Entry> ours;
    private final List<Ownership.Entry> others;
    private final List<FieldDrift> found = new ArrayList<>();

    FieldComparison(JsonNode desired, LiveObject live, Set<String> managers) {
        this.desired = desired;
        this.live = live;
        List<Ownership.Entry> entries = Ownership.entries(live);
        this.ours = entries.stream()
                .filter(entry -> managers.contains(entry.author().manager()))
                .toList();
        this.others = entries.stream()
                .filter(entry -> !managers.contains(entry.author().manager()))
                .toList();
    }

    /**
     * Fields that applying would change: with another value, gone, no longer wanted, or, with expected and actual alike, owned by somebody else
     * alone.
     */
    List<FieldDrift> changed() {
        found.clear();
        wanted(List.of(), desired);
        ours.stream()
                .filter(Ownership.Entry::isApplied)
                .flatMap(entry -> entry.fields().leaves().stream())
                .distinct()
                .forEach(this::noLongerWanted);
        boolean more = found.stream().anyMatch(field -> !field.path().equals(REVISION));
        return found.stream()
                .filter(field -> !more || !field.path().equals(REVISION))
                .sorted(Comparator.comparing(FieldDrift::path))
                .toList();
    }

    /** Fields that nobody asked for and that mean something. Applying does not remove them. */
    List<FieldDrift> extra() {
        found.clear();
        MEANT.forEach(part -> extra(List.of(part), live.root().path(part)));
        return found.stream().sorted(Comparator.comparing(FieldDrift::path)).toList();
    }

    /** A switch that is on, where that is left to others. */
    Optional<FieldDrift> turnedOn(String field) {
        List<String> path = List.of("spec", field);
        JsonNode actual = Pointers.at(live.root(), path);
        return actual.asBoolean() && Pointers.at(desired, path).isMissingNode()
                ? Optional.of(drift(path, MissingNode.getInstance(), actual))
                : Optional.empty();
    }

    private void wanted(List<String> path, JsonNode expected) {
        JsonNode actual = Pointers.at(live.root(), path);
        if (expected.isObject() && !isAtomic(path) && (path.isEmpty() || actual.isObject())) {
            expected.properties().forEach(field -> wanted(Pointers.below(path, field.getKey()), field.getValue()));
        } else if (!IDENTITY.contains(Pointers.text(path)) && (!isAlike(path, expected, actual) || isLost(path))) {
            found.add(drift(path, expected, actual));
        }
    }

    private static boolean isAtomic(List<String> path) {
        return !path.isEmpty() && ATOMIC.contains(path.get(path.size() - 1));
    }

    private static boolean isAlike(List<String> path, JsonNode expected, JsonNode actual) {
        String field = path.get(path.size() - 1);
        return field.equals("ownerReferences")
                ? isAmong(expected, actual)
                : isInMap(path) ? expected.equals(actual) : Values.alike(field, expected, actual);
    }

    /** Whether the names below are not Velero's but keys of a map. */
    private static boolean isInMap(List<String> path) {
        return path.get(0).equals("metadata")
                || path.get(0).equals("data")
                || path.contains("config")
                || path.contains("labels");
    }

    /** Others may own an object too. */
    private static boolean isAmong(JsonNode expected, JsonNode actual) {
        for (JsonNode owner : expected) {
            boolean there = false;
            for (JsonNode other : actual) {
                there |= Values.covers(owner, other);
            }
            if (!there) {
                return false;
            }
        }
        return true;
    }

    private boolean isLost(List<String> path) {
        boolean known = ours.stream().anyMatch(Ownership.Entry::isApplied);
        return known
                && ours.stream()
                        .noneMatch(entry -> entry.isApplied() && entry.fields().covers(path));
    }

    private void noLongerWanted(List<String> path) {
        JsonNode actual = Pointers.at(live.root(), path);
        if (Pointers.at(desired, path).isMissingNode() && !actual.isMissingNode() && isOurs(path)) {
            found.add(drift(path, MissingNode.getInstance(), actual));
        }
    }

    /** A program that applies for us may add labels and annotations of its own, and owners are added in a cluster only. */
    private static boolean isOurs(List<String> path) {
        return !path.get(0).equals("metadata")
                || (path.size() == 3
                        && OUR_PREFIXES.stream().anyMatch(prefix -> path.get(2).startsWith(prefix)));
    }

    private void extra(List<String> path, JsonNode actual) {
        String pointer = Pointers.text(path);
        JsonNode expected = Pointers.at(desired, path);
        if (expected.isObject() && actual.isObject() && !isAtomic(path)) {
            actual.properties().forEach(field -> extra(Pointers.below(path, field.getKey()), field.getValue()));
        } else if (expected.isMissingNode()
                && !OF_VELERO.contains(pointer)
                && !isSwitch(pointer)
                && !isNothing(path, actual)) {
            if (actual.isObject() && !isAtomic(path)) {
                actual.properties().forEach(field -> extra(Pointers.below(path, field.getKey()), field.getValue()));
            } else if (!isApplied(path)) {
                found.add(drift(path, expected, actual));
            }
        }
    }

    private static boolean isNothing(List<String> path, JsonNode actual) {
        return actual.isMissingNode() || (!isInMap(path) && Values.isNothing(path.get(path.size() - 1), actual));
    }

    private static boolean isSwitch(String pointer) {
        return pointer.equals("/spec/paused");
    }

    private boolean isApplied(List<String> path) {
        return ours.stream()
                .anyMatch(entry -> entry.isApplied() && entry.fields().covers(path));
    }

    private FieldDrift drift(List<String> path, JsonNode expected, JsonNode actual) {
        return new FieldDrift(Pointers.text(path), present(expected), present(actual), author(path));
    }

    private static @Nullable JsonNode present(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }

    /** The newest that has the field, one of others before one of ours. */
    private @Nullable Author author(List<String> path) {
        return newest(others, path).or(() -> newest(ours, path)).orElse(null);
    }

    private static Optional<Author> newest(List<Ownership.Entry> entries, List<String> path) {
        Optional<Author> exact = entries.stream()
                .filter(entry -> entry.fields().has(path))
                .map(Ownership.Entry::author)
                .max(BY_TIME);
        return exact.isPresent()
                ? exact
                : entries.stream()
                        .filter(entry -> entry.fields().covers(path))
                        .map(Ownership.Entry::author)
                        .max(BY_TIME);
    }

    private static final Comparator<Author> BY_TIME =
            Comparator.comparing(author -> Objects.requireNonNullElse(author.time(), Instant.MIN));
}
