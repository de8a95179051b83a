package dev.ballast.cli;

import dev.ballast.diagnostic.Severity;
import dev.ballast.explain.ExplainJson;
import dev.ballast.explain.ExplainText;
import dev.ballast.explain.Explanation;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportEnvelope;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast explain}. */
@Command(
        name = "explain",
        description =
                "Shows what a policy comes to: every value with the line it came from, every tier with its next runs.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast explain bookstore policies/ --environment prod",
            "  ballast explain bookstore policies/ --environment prod -o json",
            "  ballast explain rule retention.shorter-than-interval"
        },
        subcommands = ExplainRuleCommand.class)
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", arity = "0..1", paramLabel = "POLICY", description = "Name of a BackupPolicy.")
    private String policy = "";

    @Parameters(
            index = "1..*",
            paramLabel = "PATH",
            arity = "0..*",
            description = "Files and folders to read (default: the current folder).")
    private List<Path> paths = List.of(Path.of("."));

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text or json (default: text).")
    private String output = "text";

    ExplainCommand(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }

    @Override
    public Integer call() {
        if (policy.isEmpty()) {
            throw new CannotRun("which policy? `ballast explain POLICY [PATH...]`");
        }
        if (!List.of("text", "json").contains(output)) {
            throw new CannotRun("`explain` knows the output formats text and json, not `%s`".formatted(output));
        }
        Run run = input.run(paths, console, Environments::choose);
        KnownPolicies.require(run.checked().fleet().set(), policy);
        var findings = new Findings(
                run.diagnostics().stream()
                        .filter(d -> d.policy() == null || d.policy().equals(policy))
                        .toList(),
                run.inputs().sources());
        for (EnvironmentPlan environment : run.checked().fleet().environments()) {
            environment.policies().stream()
                    .filter(plan -> plan.name().equals(policy))
                    .forEach(plan -> print(plan, environment, findings, run));
        }
        return run.exit(Severity.ERROR);
    }

    private void print(BackupPlan plan, EnvironmentPlan environment, Findings findings, Run run) {
        Explanation explanation = Explanation.of(plan, environment, findings, run.at());
        console.out()
                .print(
                        output.equals("json")
                                ? ReportEnvelope.text(ExplainJson.of(explanation))
                                : ExplainText.of(explanation));
    }
}
