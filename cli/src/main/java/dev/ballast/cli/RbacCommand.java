package dev.ballast.cli;

import dev.ballast.rbac.Permissions;
import dev.ballast.rbac.RbacManifests;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ballast rbac}. */
@Command(
        name = "rbac",
        description = "Prints a ServiceAccount for the reconciler and the permissions that it needs.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast rbac | kubectl apply --server-side -f -",
            "  ballast rbac --namespace backup --name ballast"
        })
final class RbacCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Velero's namespace (default: ${DEFAULT-VALUE}).")
    private String namespace = "velero";

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the account (default: ${DEFAULT-VALUE}).")
    private String name = "ballast-reconciler";

    RbacCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (String given : List.of(namespace, name)) {
            if (!RbacManifests.isName(given)) {
                throw new CannotRun(
                        "`%s` is no name: expected lower-case letters, digits and `-`, at most 63".formatted(given));
            }
        }
        console.out().print(RbacManifests.yaml(namespace, name, Permissions.ALL));
        return Exit.OK;
    }
}
