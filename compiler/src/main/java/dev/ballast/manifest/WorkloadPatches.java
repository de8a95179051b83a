package dev.ballast.manifest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.hooks.HookAnnotations;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.WorkloadHooks;
import dev.ballast.policy.Hook;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Kustomize patches that put hooks on workloads as annotations of their pods. */
final class WorkloadPatches {
    private static final Map<String, String> API_VERSIONS = Map.of("Cluster", "postgresql.cnpg.io/v1", "Pod", "v1");

    private WorkloadPatches() {}

    /** Text by file name; one patch a workload, whichever policies have hooks on it. */
    static SortedMap<String, String> of(EnvironmentPlan environment) {
        var patches = new TreeMap<String, String>();
        for (WorkloadHooks hooks : WorkloadHooks.of(environment)) {
            if (HookAnnotations.of(hooks.pre(), hooks.post())
                    instanceof HookAnnotations.Result.Annotations annotations) {
                Hook.Workload workload = hooks.workload();
                String file = "%s-%s-%s.yaml"
                        .formatted(workload.kind().toLowerCase(Locale.ROOT), workload.namespace(), workload.name());
                patches.put(file, YamlWriter.document(patch(workload, annotations.byKey())));
            }
        }
        return patches;
    }

    private static ObjectNode patch(Hook.Workload workload, Map<String, String> annotations) {
        ObjectNode patch = JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", API_VERSIONS.getOrDefault(workload.kind(), "apps/v1"))
                .put("kind", workload.kind());
        patch.putObject("metadata").put("name", workload.name()).put("namespace", workload.namespace());
        ObjectNode holder = patch;
        for (String step : path(workload.kind())) {
            holder = holder.withObjectProperty(step);
        }
        annotations.forEach(holder.putObject("annotations")::put);
        return patch;
    }

    /** Where the annotations of the pods of a kind stand. */
    private static List<String> path(String kind) {
        return switch (kind) {
            case "Cluster" -> List.of("spec", "inheritedMetadata");
            case "Pod" -> List.of("metadata");
            default -> List.of("spec", "template", "metadata");
        };
    }
}
