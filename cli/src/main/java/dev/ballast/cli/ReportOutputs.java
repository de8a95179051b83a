package dev.ballast.cli;

import dev.ballast.diagnostic.Severity;
import dev.ballast.report.ReportFormat;
import dev.ballast.report.ReportOptions;
import dev.ballast.rules.Catalogue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where findings go, and in which forms. */
final class ReportOutputs {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description =
                    "How findings are shown: text, json, github, sarif, junit or gitlab; with a file, written there. May be repeated.")
    private List<String> outputs = List.of("text");

    /** Writes every report that was asked for. */
    void write(Run run, Severity failOn, Console console) {
        for (String output : outputs) {
            int equals = output.indexOf('=');
            ReportFormat format = format(equals < 0 ? output : output.substring(0, equals));
            boolean toTerminal = equals < 0 && console.colourOut();
            String report = format.render(run.validation(), options(format, toTerminal, failOn));
            if (equals < 0) {
                console.out().print(report);
            } else {
                SafeFiles.write(console.folder().resolve(Path.of(output.substring(equals + 1))), report);
            }
        }
    }

    private static ReportOptions options(ReportFormat format, boolean colour, Severity failOn) {
        // Only SARIF describes the rules, and reading all their pages takes longer than most runs.
        Map<String, String> titles = format == ReportFormat.SARIF ? Catalogue.titles() : Map.of();
        return new ReportOptions(colour, failOn, Version.TEXT, titles, null);
    }

    private static ReportFormat format(String word) {
        return Arrays.stream(ReportFormat.values())
                .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new CannotRun("there is no output format `%s`; there are %s"
                        .formatted(
                                word,
                                String.join(
                                        ", ",
                                        Arrays.stream(ReportFormat.values())
                                                .map(ReportFormat::word)
                                                .toList()))));
    }
}
