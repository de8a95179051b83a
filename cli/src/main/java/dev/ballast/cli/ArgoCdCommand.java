package dev.ballast.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code ballast argocd}. */
@Command(
        name = "argocd",
        description = "What an Argo CD needs to know of Velero and Ballast, and what its plugin calls.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast argocd customizations | kubectl apply --server-side -f -",
            "  ballast argocd generate       # as the plugin does"
        },
        subcommands = {ArgoCdCustomizationsCommand.class, ArgoCdGenerateCommand.class})
final class ArgoCdCommand implements Runnable {
    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    ArgoCdCommand(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "which one? `customizations` or `generate`");
        }
    }
}
