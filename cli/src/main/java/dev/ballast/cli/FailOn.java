package dev.ballast.cli;

import dev.ballast.diagnostic.Severity;
import picocli.CommandLine.Option;

/** From which severity on findings fail a command. */
final class FailOn {
    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description =
                    "From which severity on findings end the command with exit code 1: error or warning (default: error).")
    private String word = "error";

    Severity severity() {
        return switch (word) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> throw new CannotRun("`--fail-on` is `error` or `warning`, not `%s`".formatted(word));
        };
    }
}
