package dev.ballast.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ballast.policy.Quantities;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hooks as annotations of a pod. They must stand on the pod template, never on the Deployment itself, and they switch off every hook of
 * the Schedule for that pod and phase. Source: velero internal/hook/item_hook_handler.go.
 */
public final class HookAnnotations {
    private static final JsonMapper JSON = new JsonMapper();

    private HookAnnotations() {}

    /** What came of it. */
    public sealed interface Result {
        /** By annotation key, sorted. */
        record Annotations(SortedMap<String, String> byKey) implements Result {
            public Annotations {
                byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
            }
        }

        /** A pod takes one command per phase; a phase here has more. */
        record TooMany(Map<String, Integer> stepsByPhase) implements Result {
            public TooMany {
                stepsByPhase = Map.copyOf(stepsByPhase);
            }

            public String message() {
                var phases = new ArrayList<String>();
                new TreeMap<>(stepsByPhase)
                        .descendingMap()
                        .forEach((phase, steps) -> phases.add("%d %s hooks".formatted(steps, phase)));
                return String.join(" and ", phases)
                        + ", expected at most one per phase: hooks of a `workload` become annotations, and a pod has one of each";
            }
        }
    }

    /** The annotations for at most one step of each phase; timeouts in Go's canonical text. */
    public static Result of(List<HookStep> pre, List<HookStep> post) {
        var tooMany = new TreeMap<String, Integer>();
        var annotations = new TreeMap<String, String>();
        Map.of("pre", pre, "post", post).forEach((phase, steps) -> {
            if (steps.size() > 1) {
                tooMany.put(phase, steps.size());
            }
            steps.forEach(step -> annotate(phase + ".hook.backup.velero.io/", step, annotations));
        });
        return tooMany.isEmpty() ? new Result.Annotations(annotations) : new Result.TooMany(tooMany);
    }

    private static void annotate(String prefix, HookStep step, SortedMap<String, String> annotations) {
        if (step.container() != null) {
            annotations.put(prefix + "container", step.container());
        }
        // Always a JSON array: any other text would be taken as the name of one program.
        annotations.put(prefix + "command", json(step.command()));
        annotations.put(prefix + "on-error", step.onError().word());
        annotations.put(prefix + "timeout", Quantities.goText(step.timeout()));
    }

    private static String json(List<String> command) {
        try {
            return JSON.writeValueAsString(command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of texts is JSON", e);
        }
    }
}
