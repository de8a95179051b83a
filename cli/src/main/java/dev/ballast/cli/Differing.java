package dev.ballast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.drift.Manifests;
import dev.ballast.driftreport.Difference;
import dev.ballast.driftreport.DifferenceText;
import dev.ballast.manifest.Emitter;
import dev.ballast.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds what would be applied against what is there. */
final class Differing {
    private Differing() {}

    /** What was found, and whether that is anything. */
    record Result(String text, boolean differs) {}

    static Result of(Run run, ClusterSource cluster, Set<String> managers) {
        var differences = new ArrayList<Difference>();
        for (Manifest manifest : Emitter.emit(ClusterRun.environment(run))) {
            JsonNode wanted = Manifests.tree(manifest);
            differences.add(cluster.live(wanted)
                    .map(live -> new Difference(manifest.id(), true, Manifests.fields(wanted, live, managers)))
                    .orElseGet(() -> new Difference(manifest.id(), false, List.of())));
        }
        return new Result(DifferenceText.of(differences), differences.stream().anyMatch(Difference::isSome));
    }
}
