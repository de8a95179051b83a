package dev.ballast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code ballast prices}. */
@Command(
        name = "prices",
        description = "Shows, checks and compares price books.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast prices list --key 'aws/s3/*'",
            "  ballast prices check policies/",
            "  ballast prices diff builtin prices.yaml"
        },
        subcommands = {PricesListCommand.class, PricesCheckCommand.class, PricesDiffCommand.class})
final class PricesCommand implements Runnable {
    private final Console console;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    PricesCommand(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "which one? `list`, `check` or `diff`");
        }
    }
}
