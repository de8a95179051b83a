package dev.ballast.e2e.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Objects that belong together. */
record Linted(List<JsonNode> objects) {
    Linted {
        objects = List.copyOf(objects);
    }

    Stream<JsonNode> all(String kind) {
        return Chart.all(objects, kind);
    }

    /** Those that make Pods. */
    Stream<JsonNode> workloads() {
        return objects.stream()
                .filter(object -> object.at("/spec/template/spec").isObject());
    }

    /** The {@code spec} of every Pod. */
    Stream<JsonNode> pods() {
        return workloads().map(workload -> workload.at("/spec/template/spec"));
    }

    static Stream<JsonNode> containers(JsonNode pod) {
        return Stream.concat(items(pod.path("initContainers")), items(pod.path("containers")));
    }

    /** The rules of every Role and ClusterRole. */
    Stream<JsonNode> rules() {
        return Stream.of("Role", "ClusterRole").flatMap(this::all).flatMap(role -> items(role.path("rules")));
    }

    /** Whether a workload's Pods have all labels of a selector; an empty one selects nothing here. */
    boolean selectsAnything(JsonNode labels) {
        return !labels.isEmpty()
                && workloads().anyMatch(workload -> has(workload.at("/spec/template/metadata/labels"), labels));
    }

    /** Whether all of some labels are among others. */
    static boolean has(JsonNode labels, JsonNode wanted) {
        return wanted.properties().stream().allMatch(label -> label.getValue().equals(labels.path(label.getKey())));
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static boolean contains(JsonNode list, String... words) {
        return items(list).anyMatch(word -> List.of(words).contains(word.asText()));
    }
}
