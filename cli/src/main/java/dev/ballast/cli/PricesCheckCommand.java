package dev.ballast.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ballast prices check}. */
@Command(
        name = "check",
        description = "Says what is wrong with price books, and with the prices that stores and environments use.",
        footerHeading = "%nExamples:%n",
        footer = {"  ballast prices check policies/", "  ballast prices check prices.yaml --fail-on warning"})
final class PricesCheckCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable PricesCommand parent;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read; - is standard input.")
    private List<Path> paths = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ReportOutputs outputs = new ReportOutputs();

    @Mixin
    private FailOn failOn = new FailOn();

    @Override
    public Integer call() {
        Console console = Objects.requireNonNull(parent).console();
        Run run = PriceFiles.about(input.run(paths, console, Environments::allOr));
        outputs.write(run, failOn.severity(), console);
        return run.exit(failOn.severity());
    }
}
