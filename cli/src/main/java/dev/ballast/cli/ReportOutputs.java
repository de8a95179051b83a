package dev.ballast.cli;

import dev.ballast.diagnostic.Severity;
import dev.ballast.report.ReportFormat;
import dev.ballast.report.ReportOptions;
import dev.ballast.rules.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Option;

/** Where findings go, and in which forms. */
final class ReportOutputs {
    private static final Map<String, ReportFormat> WORDS = words();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description =
                    "How findings are shown: text, json, github, sarif, junit or gitlab; with a file, written there. May be repeated.")
    private List<String> outputs = List.of("text");

    /** Writes every report that was asked for. */
    void write(Run run, Severity failOn, Console console) {
        Outputs.write(
                Outputs.read(outputs, WORDS.keySet()),
                output -> {
                    ReportFormat format = Objects.requireNonNull(WORDS.get(output.form()));
                    boolean toTerminal = output.isStandard() && console.colourOut();
                    return format.render(run.validation(), options(format, toTerminal, failOn));
                },
                console);
    }

    private static ReportOptions options(ReportFormat format, boolean colour, Severity failOn) {
        // Only SARIF describes the rules, and reading all their pages takes longer than most runs.
        Map<String, String> titles = format == ReportFormat.SARIF ? Catalogue.titles() : Map.of();
        return new ReportOptions(colour, failOn, Version.TEXT, titles, null);
    }

    private static Map<String, ReportFormat> words() {
        var words = new LinkedHashMap<String, ReportFormat>();
        for (ReportFormat format : ReportFormat.values()) {
            words.put(format.word(), format);
        }
        return words;
    }
}
