package dev.ballast.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Place;
import dev.ballast.policy.Environment;
import dev.ballast.policy.Layer;
import dev.ballast.policy.Limits;
import dev.ballast.policy.Meta;
import dev.ballast.policy.Terms;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds when no layer says anything. Nothing here decides what is kept, nor how volumes are backed up. */
final class BuiltIn {
    static final String SOURCE = "<built-in>";
    private static final Place.Field ROOT = Place.value(SOURCE, 0, "");

    private BuiltIn() {}

    static Layer terms() {
        ObjectNode terms = JsonNodeFactory.instance.objectNode();
        terms.putObject("schedule").put("timezone", "UTC");
        terms.put("guarantee", "nominal");
        terms.putObject("size").put("change", "2%").put("reach", "20%").put("objects", "5MiB");
        terms.put("minGood", 3);
        terms.putObject("alerts").put("grace", "2h").put("severity", "warning").put("enabled", true);
        return new Layer("built-in", ROOT, terms);
    }

    /** The environment of a folder that declares none. */
    static Environment environment() {
        return new Environment(
                new Meta("default", Map.of(), ROOT),
                null,
                new Environment.Velero(null, "velero", null, null, Map.of()),
                "default",
                new Environment.Exclude(List.of(), List.of()),
                List.of(),
                null,
                none(),
                none(),
                new Limits(null, null, null, List.of(), List.of(), List.of(), false, false, null, null, Set.of()),
                new Terms.Budget(null, null, true),
                new Environment.Alerts(false, null, Map.of()),
                null);
    }

    private static Layer none() {
        return new Layer("built-in", ROOT, JsonNodeFactory.instance.objectNode());
    }
}
