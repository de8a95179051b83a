package dev.ballast.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster is looked at, and who counts as us in it. */
final class ClusterOptions {
    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "Look at exported objects instead of a cluster: JSON files, as "
                    + "'kubectl get ... -o json --show-managed-fields' prints them.")
    private @Nullable Path from;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "How to reach the cluster (default: as kubectl finds it).")
    private @Nullable Path kubeconfig;

    @Option(names = "--context", paramLabel = "NAME", description = "Of the kubeconfig (default: its current one).")
    private @Nullable String context;

    @Option(
            names = "--manager",
            paramLabel = "NAME",
            description = "A field manager that applies for us. May be repeated (default: ballast-reconciler, "
                    + "ballast-cli, argocd-controller, kustomize-controller, kubectl).")
    private List<String> managers =
            List.of("ballast-reconciler", "ballast-cli", "argocd-controller", "kustomize-controller", "kubectl");

    /**
     * The cluster that was asked for.
     *
     * @throws CannotRun when it cannot be looked at
     */
    ClusterSource open() {
        if (from != null) {
            if (kubeconfig != null || context != null) {
                throw new CannotRun(
                        "`--from` looks at no cluster, so `--kubeconfig` and `--context` say nothing with it");
            }
            return ExportedObjects.read(from);
        }
        if (kubeconfig != null && !Files.isReadable(kubeconfig)) {
            throw new CannotRun("`%s` cannot be read".formatted(kubeconfig));
        }
        return LiveCluster.open(kubeconfig == null ? null : kubeconfig.toFile(), context);
    }

    /** Names under which we apply. */
    Set<String> managers() {
        return Set.copyOf(managers);
    }
}
