package dev.ballast.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast diff}. */
@Command(
        name = "diff",
        description =
                "Says what applying some policies would change in a cluster, field by field, and who owns each field "
                        + "now. Objects that applying leaves alone are for drift.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast diff policies/ --environment prod",
            "  ballast diff policies/ -e prod --context prod && echo nothing to apply",
            "  ballast diff policies/ -e prod --from exported/"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing would change", "1:something would, or a policy is invalid", "2:could not run"})
final class DiffCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read; - is standard input.")
    private List<Path> paths = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (ClusterSource source = cluster.open()) {
            Run run = ClusterRun.read(paths, input, source, null, console);
            int exit = InvalidPolicies.report(run, console);
            if (exit != Exit.OK) {
                return exit;
            }
            Differing.Result result = Differing.of(run, source, cluster.managers());
            console.out().print(result.text());
            return result.differs() ? Exit.FINDINGS : Exit.OK;
        }
    }
}
