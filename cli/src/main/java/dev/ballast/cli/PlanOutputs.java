package dev.ballast.cli;

import dev.ballast.change.Comparison;
import dev.ballast.change.PlanGithub;
import dev.ballast.change.PlanJson;
import dev.ballast.change.PlanMarkdown;
import dev.ballast.change.PlanText;
import dev.ballast.report.ReportEnvelope;
import java.util.List;
import picocli.CommandLine.Option;

/** Where a comparison goes, and in which forms. */
final class PlanOutputs {
    private static final List<String> FORMATS = List.of("text", "json", "markdown", "github");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "How it is shown: text, json, markdown (a comment of at most 60,000 characters) or github; "
                    + "with a file, written there. May be repeated.")
    private List<String> outputs = List.of("text");

    @Option(
            names = "--tag",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "Tells the comments of several runs on one pull request apart (default: default).")
    private String tag = "default";

    /**
     * Looks at the formats before any work is done.
     *
     * @throws CannotRun for one that there is not, or for two in one place
     */
    void check() {
        Outputs.read(outputs, FORMATS);
        if (!tag.matches("[A-Za-z0-9._-]{1,60}")) {
            throw new CannotRun("a tag is made of letters, digits, `.`, `_` and `-`, not `%s`".formatted(tag));
        }
    }

    /** Writes every form that was asked for. */
    void write(Comparison comparison, Console console) {
        Outputs.write(Outputs.read(outputs, FORMATS), output -> render(output.form(), comparison), console);
    }

    private String render(String format, Comparison comparison) {
        return switch (format) {
            case "json" -> ReportEnvelope.text(PlanJson.of(comparison));
            case "markdown" -> PlanMarkdown.of(comparison, tag);
            case "github" -> PlanGithub.of(comparison);
            default -> PlanText.of(comparison);
        };
    }
}
