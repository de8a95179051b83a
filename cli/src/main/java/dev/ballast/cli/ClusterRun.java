package dev.ballast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.cluster.CustomResources;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Environment;
import dev.ballast.policy.PolicySet;
import dev.ballast.source.Document;
import dev.ballast.source.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Policies, from files or from the cluster itself, checked for the one environment that a cluster is. */
final class ClusterRun {
    /** Where Velero is unless an environment says otherwise. */
    static final String NAMESPACE = "velero";

    private ClusterRun() {}

    /**
     * Reads and checks.
     *
     * @param namespace in which the cluster's own policies are, when there are no paths
     */
    static Run read(
            List<Path> paths, InputOptions input, ClusterSource cluster, @Nullable String namespace, Console console) {
        Inputs inputs = paths.isEmpty()
                ? inCluster(cluster.language(namespace == null ? NAMESPACE : namespace))
                : Inputs.read(paths, console.in());
        return input.run(inputs, ClusterRun::one, cluster::namespaces, input.at(console.clock()));
    }

    /** The environment of a run that has no errors. */
    static EnvironmentPlan environment(Run run) {
        return run.checked().fleet().environments().get(0);
    }

    private static Inputs inCluster(List<JsonNode> objects) {
        List<Document> documents =
                objects.stream().map(CustomResources::document).toList();
        if (documents.isEmpty()) {
            throw new CannotRun("there are no policies in the cluster; name the files that hold them");
        }
        List<String> names = documents.stream().map(Document::source).toList();
        return new Inputs(names, Sources.of(List.of()), documents, 0, List.of(), false);
    }

    private static Predicate<Environment> one(PolicySet set, @Nullable String asked) {
        if (Environments.ALL.equals(asked)) {
            throw new CannotRun("a cluster is one environment, so `--environment all` says nothing here");
        }
        return Environments.choose(set, asked);
    }
}
