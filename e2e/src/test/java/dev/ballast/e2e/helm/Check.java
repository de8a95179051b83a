package dev.ballast.e2e.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One of kube-linter's checks, under its name there.
 *
 * @param findings what it finds, an entry each
 */
record Check(String id, Function<Linted, Stream<String>> findings) {
    /** One that looks at every container by itself. */
    static Check ofContainers(String id, BiPredicate<JsonNode, JsonNode> isBad) {
        return new Check(
                id,
                objects -> objects.pods()
                        .flatMap(pod -> Linted.containers(pod)
                                .filter(container -> isBad.test(pod, container))
                                .map(container ->
                                        "container " + container.path("name").asText())));
    }

    /** One that looks at every Pod. */
    static Check ofPods(String id, Function<JsonNode, Boolean> isBad) {
        return new Check(id, objects -> objects.pods().filter(isBad::apply).map(pod -> "a Pod"));
    }

    /** One that looks at every object of a kind. */
    static Check of(String id, String kind, BiPredicate<Linted, JsonNode> isBad) {
        return new Check(
                id,
                objects -> objects.all(kind)
                        .filter(object -> isBad.test(objects, object))
                        .map(Chart::inShort));
    }

    @Override
    public String toString() {
        return id;
    }
}
