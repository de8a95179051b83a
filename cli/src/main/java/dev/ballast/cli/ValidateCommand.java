package dev.ballast.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast validate}. */
@Command(
        name = "validate",
        description = "Says everything that is wrong with some policies, at once.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast validate policies/",
            "  ballast validate policies/ --environment prod --fail-on warning",
            "  ballast validate policies/ -o github -o sarif=findings.sarif"
        })
final class ValidateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read; - is standard input.")
    private List<Path> paths = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ReportOutputs outputs = new ReportOutputs();

    @Mixin
    private FailOn failOn = new FailOn();

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Run run = input.run(paths, console, Environments::allOr);
        outputs.write(run, failOn.severity(), console);
        return run.exit(failOn.severity());
    }
}
