package dev.ballast.cli;

import dev.ballast.manifest.YamlWriter;
import dev.ballast.rbac.RbacManifests;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ballast argocd customizations}. */
@Command(
        name = "customizations",
        description =
                "Prints what belongs into the ConfigMap argocd-cm: health and actions of Ballast's and Velero's kinds, "
                        + "and which differences are none.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast argocd customizations | kubectl apply --server-side -f -",
            "  ballast argocd customizations --exclusions --namespace openshift-gitops"
        })
final class ArgoCdCustomizationsCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable ArgoCdCommand parent;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Argo CD's namespace (default: ${DEFAULT-VALUE}).")
    private String namespace = "argocd";

    @Option(
            names = "--exclusions",
            description = "Also print resource.exclusions, which takes the place of the list that is there: "
                    + "Argo CD's own and Velero's short-lived kinds.")
    private boolean exclusions;

    @Override
    public Integer call() {
        if (!RbacManifests.isName(namespace)) {
            throw new CannotRun(
                    "`%s` is no name: expected lower-case letters, digits and `-`, at most 63".formatted(namespace));
        }
        Objects.requireNonNull(parent)
                .console()
                .out()
                .print(YamlWriter.document(ArgoCdCustomizations.configMap(namespace, exclusions)));
        return Exit.OK;
    }
}
