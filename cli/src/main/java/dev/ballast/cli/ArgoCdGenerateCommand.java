package dev.ballast.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ballast argocd generate}. */
@Command(
        name = "generate",
        description = {
            "Compiles as Argo CD asks its plugin to: in the folder of an Application, with the parameters of ARGOCD_APP_PARAMETERS. "
                    + "Manifests go to standard output, findings to standard error, exit codes are those of compile.",
            "The parameters are named like options of compile: environment, namespaces, fail-on, allow-empty; and paths is a list "
                    + "of what to read (default: the folder itself). Without the parameter environment the variable "
                    + "ARGOCD_ENV_BALLAST_ENVIRONMENT is taken."
        },
        footerHeading = "%nExamples:%n",
        footer = "  ARGOCD_ENV_BALLAST_ENVIRONMENT=prod ballast argocd generate")
final class ArgoCdGenerateCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable ArgoCdCommand parent;

    @Override
    public Integer call() {
        Console console = Objects.requireNonNull(parent).console();
        PluginInput input = PluginInput.of(System.getenv());
        return Ballast.run(input.words().toArray(String[]::new), console);
    }
}
