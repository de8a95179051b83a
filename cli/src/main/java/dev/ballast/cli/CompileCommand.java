package dev.ballast.cli;

import dev.ballast.alerttest.AlertTests;
import dev.ballast.diagnostic.Severity;
import dev.ballast.manifest.Emitted;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.report.ReportFormat;
import dev.ballast.report.ReportOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast compile}. */
@Command(
        name = "compile",
        description = "Writes the Velero manifests that some policies come to.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast compile policies/ --environment prod | kubectl apply --server-side -f -",
            "  ballast compile policies/ --environment prod --output-dir rendered/",
            "  ballast compile policies/ --environment all --output-dir rendered/",
            "  ballast compile policies/ -e prod --output-dir rendered/ --tests && promtool test rules rendered/tests/*.test.yaml"
        })
final class CompileCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read; - is standard input.")
    private List<Path> paths = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "Write one file per object here, and remove those it wrote before that are stale.")
    private @Nullable Path outputDir;

    @Option(
            names = "--tests",
            description =
                    "Write the alert rules as plain files too, and unit tests of them for promtool, under tests/ in the "
                            + "folder of --output-dir.")
    private boolean tests;

    @Option(names = "--allow-empty", description = "Do not fail when there is no policy.")
    private boolean allowEmpty;

    @Mixin
    private FailOn failOn = new FailOn();

    CompileCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (tests && outputDir == null) {
            throw new CannotRun("tests are files beside the manifests; use `--output-dir`");
        }
        Run run = input.run(paths, console, Environments::choose);
        Severity threshold = failOn.severity();
        report(run, threshold);
        int exit = run.exit(threshold);
        if (exit != Exit.OK) {
            return exit;
        }
        List<EnvironmentPlan> environments = run.checked().fleet().environments();
        if (!allowEmpty && environments.stream().allMatch(e -> e.policies().isEmpty())) {
            throw new CannotRun("there is no policy to compile; `--allow-empty` if that is meant");
        }
        write(environments);
        return Exit.OK;
    }

    /** Findings are for people here, so they go where the manifests do not; notes alone are for {@code validate}. */
    private void report(Run run, Severity threshold) {
        if (run.worstAtLeast(Severity.WARNING)) {
            var options = new ReportOptions(console.colourErr(), threshold, Version.TEXT, Map.of(), null);
            console.err().print(ReportFormat.TEXT.render(run.validation(), options));
        }
    }

    private void write(List<EnvironmentPlan> environments) {
        boolean all = Environments.ALL.equals(input.environment());
        if (outputDir == null) {
            if (all && environments.size() > 1) {
                throw new CannotRun("manifests of several environments do not go into one stream; use `--output-dir`");
            }
            environments.forEach(environment -> console.out()
                    .print(YamlWriter.stream(Emitted.of(environment).manifests())));
            return;
        }
        for (EnvironmentPlan environment : environments) {
            Path folder = all ? outputDir.resolve(environment.name()) : outputDir;
            OutputFolder.Change change = OutputFolder.write(console.folder().resolve(folder), files(environment));
            console.say("%s: %s".formatted(folder, change));
        }
    }

    private SortedMap<String, String> files(EnvironmentPlan environment) {
        var files = new TreeMap<>(Emitted.of(environment).files());
        if (tests) {
            files.putAll(AlertTests.files(environment));
        }
        return files;
    }
}
