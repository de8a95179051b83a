package dev.ballast.e2e.scale;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Requests for Velero's objects, ours and events that an API server answered since it began, by verb, as its metrics say. One that watches is
 * counted when it ends.
 */
record Requests(Map<String, Long> byVerb) {
    private static final Pattern COUNTED = Pattern.compile(
            "apiserver_request_total\\{(?=[^}]*(?:group=\"velero\\.io\"|group=\"ballast\\.dev\"|resource=\"events\"))[^}]*verb=\"(\\w+)\"[^}]*} (\\S+)");
    private static final List<String> WRITES = List.of("POST", "PUT", "PATCH", "APPLY", "DELETE", "DELETECOLLECTION");

    /** Until now. */
    static Requests of(KubernetesClient client) {
        var byVerb = new TreeMap<String, Long>();
        client.raw("/metrics")
                .lines()
                .map(COUNTED::matcher)
                .filter(Matcher::matches)
                .forEach(line -> byVerb.merge(line.group(1), Math.round(Double.parseDouble(line.group(2))), Long::sum));
        return new Requests(byVerb);
    }

    /** Those after an earlier count. */
    Requests since(Requests before) {
        var more = new TreeMap<String, Long>();
        byVerb.forEach((verb, count) -> {
            long added = count - before.byVerb.getOrDefault(verb, 0L);
            if (added > 0) {
                more.put(verb, added);
            }
        });
        return new Requests(more);
    }

    long writes() {
        return WRITES.stream().mapToLong(verb -> byVerb.getOrDefault(verb, 0L)).sum();
    }

    /** For people: how many of each verb. */
    String text() {
        return byVerb.isEmpty()
                ? "0"
                : byVerb.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** All that neither write nor begin to watch again. */
    long reads() {
        return byVerb.getOrDefault("GET", 0L) + byVerb.getOrDefault("LIST", 0L);
    }
}
