package dev.ballast.cli;

import dev.ballast.drift.DriftReport;
import dev.ballast.driftreport.DriftJson;
import dev.ballast.driftreport.DriftMarkdown;
import dev.ballast.driftreport.DriftText;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportEnvelope;
import java.util.List;

/** Where drift goes, and in which forms. */
final class DriftOutputs {
    static final List<String> FORMATS = List.of("text", "json", "markdown");

    private DriftOutputs() {}

    /** Writes every form that was asked for, and gives the exit code. */
    static int write(DriftReport report, Run run, List<String> asked, Console console) {
        Outputs.write(Outputs.read(asked, FORMATS), output -> render(output.form(), report, run), console);
        return report.isNone() ? Exit.OK : Exit.FINDINGS;
    }

    private static String render(String format, DriftReport report, Run run) {
        return switch (format) {
            case "json" ->
                ReportEnvelope.text(DriftJson.of(
                        report, new Findings(run.diagnostics(), run.inputs().sources())));
            case "markdown" -> DriftMarkdown.of(report);
            default -> DriftText.of(report);
        };
    }
}
