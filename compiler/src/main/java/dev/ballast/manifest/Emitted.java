package dev.ballast.manifest;

import dev.ballast.plan.EnvironmentPlan;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that one environment comes to.
 *
 * @param manifests to apply, in order
 * @param patches Kustomize patches for workloads that belong to others, text by file name; never applied by Ballast
 */
public record Emitted(List<Manifest> manifests, SortedMap<String, String> patches) {
    public static Emitted of(EnvironmentPlan environment) {
        return new Emitted(
                Emitter.emit(environment), Collections.unmodifiableSortedMap(WorkloadPatches.of(environment)));
    }

    /** One file per object, and the patches under {@code patches/}; text by path. */
    public SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        for (Manifest manifest : manifests) {
            String kind = manifest.kind().toLowerCase(Locale.ROOT);
            String owner = kind.equals("scheduledbackup") ? manifest.metadata().namespace() + "-" : "";
            files.put("%s-%s%s.yaml".formatted(kind, owner, manifest.metadata().name()), YamlWriter.document(manifest));
        }
        patches.forEach((name, text) -> files.put("patches/" + name, text));
        return files;
    }
}
