package dev.ballast.cli;

import dev.ballast.change.ChangeSet;
import dev.ballast.change.Comparison;
import dev.ballast.change.CostBills;
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
import dev.ballast.plan.Fleet;
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
        description = "Says what a change of policies comes to: objects, runs, restore points, money, limits.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast plan policies/",
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
            paramLabel = "BASE",
            description =
                    "What to compare with; without it everything is new. A Git revision: the newest commit that it shares with HEAD, as in a pull "
                            + "request. Or a folder, with a leading ./ or / or a slash at the end. Or a plan.json that --save wrote.")
    private @Nullable String base;

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
    private PriceOptions prices = new PriceOptions();

    @Mixin
    private CalibrationOption calibration = new CalibrationOption();

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
        Fleet fleet = head.checked().fleet();
        var bills = new CostBills(prices.prices(fleet.set(), console), calibration.read(console), at, null);
        FleetState after = FleetState.of(fleet, outlooks, bills);
        Comparison comparison = compare(before(read, at, outlooks, bills), head, after, bills);
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

    /**
     * The old side.
     *
     * @param found its findings; none for a saved plan, which does not keep them
     * @param bills absent for a saved plan, which has only sums
     * @param head what is said of the new side
     */
    private record Before(
            Side side,
            FleetState fleet,
            List<Diagnostic> found,
            @Nullable CostBills bills,
            Side head) {}

    private Before before(PlanBase read, Instant at, Outlooks outlooks, CostBills bills) {
        if (read instanceof PlanBase.Saved saved) {
            FleetState fleet = saved.fleet().only(input.asked());
            return new Before(saved.side(), fleet, List.of(), null, PlanBase.files(paths, null));
        }
        PlanBase.Policies policies = (PlanBase.Policies) read;
        Run run = input.run(policies.inputs(), (set, asked) -> Environments.onEitherSide(asked), at);
        if (policies.inputs().unreadable()) {
            console.err().print(ReportFormat.TEXT.render(run.validation(), options()));
            throw new CannotRun("the base `%s` cannot be read whole".formatted(base));
        }
        Fleet fleet = run.checked().fleet();
        int errors = (int)
                run.diagnostics().stream().filter(PlanCommand::makesInvalid).count();
        CostBills before = new CostBills(prices.prices(fleet.set(), console), calibration.read(console), at, bills);
        return new Before(
                policies.side().withErrors(errors),
                FleetState.of(fleet, outlooks, before),
                run.diagnostics(),
                before,
                policies.head());
    }

    private Comparison compare(Before before, Run run, FleetState after, CostBills bills) {
        known(before.fleet(), after);
        ChangeSet changes = ChangeSet.between(before.fleet(), after, run.at());
        var findings = new Findings(run.diagnostics(), run.inputs().sources());
        return new Comparison(
                before.side(),
                before.head(),
                input.asked(),
                run.at(),
                changes,
                Crossings.of(
                        before.found(),
                        findings.diagnostics(),
                        changes,
                        run.checked().fleet().set(),
                        run.at()),
                existing(changes, run.at()),
                CostBills.basis(before.bills(), bills, changes),
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
