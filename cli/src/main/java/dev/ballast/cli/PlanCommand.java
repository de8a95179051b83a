package dev.ballast.cli;

import dev.ballast.change.ChangeSet;
import dev.ballast.change.Comparison;
import dev.ballast.change.Crossings;
import dev.ballast.change.Decision;
import dev.ballast.change.Existing;
import dev.ballast.change.FleetState;
import dev.ballast.change.ForecastOutlooks;
import dev.ballast.change.Outlooks;
import dev.ballast.change.SavedPlan;
import dev.ballast.change.Side;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportEnvelope;
import dev.ballast.report.ReportFormat;
import dev.ballast.report.ReportOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast plan}. */
@Command(
        name = "plan",
        description = "Says what a change of policies comes to: objects, runs, restore points, limits.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast plan policies/ --base origin/main",
            "  ballast plan policies/ --base origin/main -o markdown=comment.md -o json=plan.json",
            "  ballast plan policies/ --base ./policies-before/ --exit-code"
        })
final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read; - is standard input.")
    private List<Path> paths = List.of();

    @Option(
            names = "--base",
            required = true,
            paramLabel = "BASE",
            description =
                    "What to compare with. A Git revision: the newest commit that it shares with HEAD, as in a pull "
                            + "request. Or a folder, with a leading ./ or / or a slash at the end. Or a plan.json that --save wrote.")
    private String base = "";

    @Option(names = "--save", paramLabel = "FILE", description = "Write what the policies come to, for --base later.")
    private @Nullable Path save;

    @Option(names = "--exit-code", description = "End with exit code 4 when there are changes.")
    private boolean exitCode;

    @Option(
            names = "--inventory",
            paramLabel = "FILE",
            description = "Backups of the cluster, as 'kubectl get backups -n velero -o json' prints them; "
                    + "says how many each change leaves as they are.")
    private @Nullable Path inventory;

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private PlanOutputs outputs = new PlanOutputs();

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        outputs.check();
        Inputs inputs = Inputs.read(paths, console.in());
        PlanBase read = PlanBase.read(base, paths);
        Instant at = input.at(defaultTime(read));
        Run head = input.run(inputs, (set, asked) -> Environments.onEitherSide(asked), at);
        if (inputs.unreadable() || head.diagnostics().stream().anyMatch(PlanCommand::makesInvalid)) {
            console.err().print(ReportFormat.TEXT.render(head.validation(), options()));
            return inputs.unreadable() ? Exit.CANNOT_RUN : Exit.FINDINGS;
        }
        Outlooks outlooks = new ForecastOutlooks(at);
        FleetState after = FleetState.of(head.checked().fleet(), outlooks);
        Comparison comparison = compare(read, head, after, outlooks);
        outputs.write(comparison, console);
        if (save != null) {
            SafeFiles.write(console.folder().resolve(save), ReportEnvelope.text(SavedPlan.write(after, at)));
        }
        return exit(comparison.decision());
    }

    private Instant defaultTime(PlanBase read) {
        Instant time = read instanceof PlanBase.Policies policies ? policies.at() : null;
        return time == null ? console.clock().instant() : time;
    }

    /** An error that keeps the policies from being compiled; one that a limit makes is for the decision. */
    private static boolean makesInvalid(Diagnostic finding) {
        return finding.severity() == Severity.ERROR && !Crossings.isBound(finding);
    }

    private Comparison compare(PlanBase read, Run head, FleetState after, Outlooks outlooks) {
        if (read instanceof PlanBase.Saved saved) {
            return compare(
                    saved.side(),
                    saved.fleet().only(input.asked()),
                    List.of(),
                    PlanBase.files(paths, null),
                    head,
                    after);
        }
        PlanBase.Policies policies = (PlanBase.Policies) read;
        Run run = input.run(policies.inputs(), (set, asked) -> Environments.onEitherSide(asked), head.at());
        if (policies.inputs().unreadable()) {
            console.err().print(ReportFormat.TEXT.render(run.validation(), options()));
            throw new CannotRun("the base `%s` cannot be read whole".formatted(base));
        }
        int errors = (int)
                run.diagnostics().stream().filter(PlanCommand::makesInvalid).count();
        return compare(
                policies.side().withErrors(errors),
                FleetState.of(run.checked().fleet(), outlooks),
                run.diagnostics(),
                policies.head(),
                head,
                after);
    }

    private Comparison compare(
            Side base, FleetState before, List<Diagnostic> found, Side head, Run run, FleetState after) {
        known(before, after);
        ChangeSet changes = ChangeSet.between(before, after, run.at());
        var findings = new Findings(run.diagnostics(), run.inputs().sources());
        return new Comparison(
                base,
                head,
                input.asked(),
                run.at(),
                changes,
                Crossings.of(found, findings.diagnostics(), changes),
                existing(changes, run.at()),
                findings);
    }

    /** The backups of the one cluster that the inventory is of. */
    private Map<String, List<Existing>> existing(ChangeSet changes, Instant at) {
        if (inventory == null) {
            return Map.of();
        }
        if (changes.environments().size() > 1) {
            throw new CannotRun("an inventory is of one cluster, and there are several environments; "
                    + "say whose it is with `--environment`");
        }
        return Existing.of(InventoryFile.read(inventory), at);
    }

    /** An environment that was asked for must be on one side at least. */
    private void known(FleetState before, FleetState after) {
        String asked = input.asked();
        if (asked != null && !before.has(asked) && !after.has(asked)) {
            throw new CannotRun("there is no environment `%s`, neither now nor in the base".formatted(asked));
        }
    }

    private ReportOptions options() {
        return new ReportOptions(console.colourErr(), Severity.ERROR, Version.TEXT, Map.of(), null);
    }

    private int exit(Decision decision) {
        return switch (decision) {
            case BLOCKED -> Exit.BLOCKED;
            case CHANGES -> exitCode ? Exit.CHANGES : Exit.OK;
            case NONE -> Exit.OK;
        };
    }
}
