package dev.ballast.cli;

import dev.ballast.report.Findings;
import dev.ballast.report.ReportEnvelope;
import dev.ballast.trial.PricedBills;
import dev.ballast.trial.Trial;
import dev.ballast.trial.TrialJson;
import dev.ballast.trial.TrialJunit;
import dev.ballast.trial.TrialText;
import dev.ballast.trial.Trials;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast test}. */
@Command(
        name = "test",
        description = "Plays every PolicyTest, outages included, and says whether the policies keep what it expects.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast test policies/",
            "  ballast test policies/ --environment prod",
            "  ballast test policies/ -o text -o junit=policy-tests.xml"
        })
final class TestCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read; - is standard input.")
    private List<Path> paths = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private PriceOptions prices = new PriceOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "text, json or junit (default: text); with a file, written there. May be repeated.")
    private List<String> outputs = List.of("text");

    TestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Run run = input.run(paths, console, Environments::allOr);
        int exit = InvalidPolicies.report(run, console);
        if (exit != Exit.OK) {
            return exit;
        }
        var bills = new PricedBills(prices.prices(run.checked().fleet().set(), console), run.at());
        List<Trial> trials = Trials.of(run.checked().fleet(), input.asked() == null, bills);
        var formats = new LinkedHashMap<String, Supplier<String>>();
        formats.put("text", () -> TrialText.of(trials));
        formats.put("json", () -> ReportEnvelope.text(TrialJson.of(trials, findings(run), input.asked(), run.at())));
        formats.put("junit", () -> TrialJunit.of(trials));
        Outputs.write(outputs, formats, console);
        return trials.stream().allMatch(Trial::holds) ? Exit.OK : Exit.FINDINGS;
    }

    private static Findings findings(Run run) {
        return new Findings(run.diagnostics(), run.inputs().sources());
    }
}
