package dev.ballast.cli;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Severity;
import dev.ballast.format.Formatter;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportFormat;
import dev.ballast.report.ReportOptions;
import dev.ballast.report.Summary;
import dev.ballast.report.Validation;
import dev.ballast.schema.Schemas;
import dev.ballast.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast fmt}. */
@Command(
        name = "fmt",
        description = "Brings policy files into canonical form; comments stay where they are.",
        footerHeading = "%nExamples:%n",
        footer = {"  ballast fmt policies/", "  ballast fmt --check policies/", "  ballast fmt - < policy.yaml"})
final class FmtCommand implements Callable<Integer> {
    private final Console console;
    private final CanonicalOrder order = new CanonicalOrder(new Schemas());

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files and folders to format in place; - reads standard input and prints the result.")
    private List<Path> paths = List.of();

    @Option(
            names = "--check",
            description = "Write nothing; name the files that are not in canonical form, and exit with 1.")
    private boolean check;

    FmtCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Inputs inputs = Inputs.read(paths, console.in());
        var findings = new ArrayList<Diagnostic>(inputs.findings());
        int different = 0;
        for (String name : inputs.files()) {
            SourceFile file = inputs.sources().file(name).orElse(null);
            boolean broken = findings.stream()
                    .anyMatch(d ->
                            d.severity() == Severity.ERROR && d.place().source().equals(name));
            if (file != null && !broken) {
                Outcome<String> formatted = Formatter.format(file, order);
                findings.addAll(formatted.diagnostics());
                different += apply(file, formatted.value().orElse(file.text()));
            }
        }
        report(findings, inputs);
        if (inputs.unreadable()) {
            return Exit.CANNOT_RUN;
        }
        boolean failed = findings.stream().anyMatch(d -> d.severity() == Severity.ERROR) || (check && different > 0);
        return failed ? Exit.FINDINGS : Exit.OK;
    }

    private int apply(SourceFile file, String formatted) {
        boolean standardInput = file.name().equals("-");
        if (standardInput && !check) {
            console.out().print(formatted);
        }
        if (formatted.equals(file.text())) {
            return 0;
        }
        if (check || !standardInput) {
            console.say(file.name());
        }
        if (!check && !standardInput) {
            SafeFiles.write(Path.of(file.name()), formatted);
        }
        return 1;
    }

    private void report(List<Diagnostic> findings, Inputs inputs) {
        if (!findings.isEmpty()) {
            var all = new Findings(findings, inputs.sources());
            var summary = Summary.of(
                    inputs.files().size(), inputs.ours().size(), 0, inputs.passedOver(), 0, all.diagnostics());
            var validation = new Validation(
                    all, summary, inputs.files(), null, console.clock().instant());
            var options = new ReportOptions(console.colourErr(), Severity.ERROR, Version.TEXT, Map.of(), null);
            console.err().print(ReportFormat.TEXT.render(validation, options));
        }
    }
}
