package dev.ballast.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.report.ReportEnvelope;
import dev.ballast.trial.Alternative;
import dev.ballast.trial.Bills;
import dev.ballast.trial.KeepEdit;
import dev.ballast.trial.PricedBills;
import dev.ballast.trial.WhatIf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast compare}. */
@Command(
        name = "compare",
        description = "Shows what a policy would come to if it kept something else, beside what it keeps now.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast compare bookstore policies/ -e prod --keep daily=30 --keep daily=7,weekly=8",
            "  ballast compare shop policies/ -e prod --keep '{daily: 90d}' -o markdown"
        })
final class CompareCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "POLICY", description = "Name of a BackupPolicy.")
    private String policy = "";

    @Parameters(
            index = "1..*",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Files and folders to read; - is standard input.")
    private List<Path> paths = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private PriceOptions prices = new PriceOptions();

    @Option(
            names = "--keep",
            paramLabel = "KEEP",
            required = true,
            description = "What to keep instead: daily=7,weekly=4 or '{daily: 7, weekly: 4}'. May be repeated.")
    private List<String> keeps = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "text, json or markdown (default: text); with a file, written there. May be repeated.")
    private List<String> outputs = List.of("text");

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<ObjectNode> others = keeps.stream().map(CompareCommand::keep).toList();
        Inputs inputs = Inputs.read(paths, console.in());
        Run now = run(inputs);
        KnownPolicies.require(now.checked().fleet().set(), policy);
        int exit = InvalidPolicies.report(now, console);
        if (exit != Exit.OK) {
            return exit;
        }
        List<Run> runs = new ArrayList<>(List.of(now));
        for (int i = 0; i < others.size(); i++) {
            Run run = run(inputs.with(KeepEdit.lay(inputs.ours(), policy, others.get(i))));
            understood(run, keeps.get(i));
            runs.add(run);
        }
        write(runs);
        return Exit.OK;
    }

    private Run run(Inputs inputs) {
        return input.run(inputs, Environments::choose, input.at(console.clock()));
    }

    private static ObjectNode keep(String text) {
        return KeepEdit.parse(text)
                .orElseThrow(() ->
                        new CannotRun("`%s` is nothing to keep; write for example `daily=7,weekly=4`".formatted(text)));
    }

    /** A keep that the schema refuses leaves no policy behind. */
    private void understood(Run run, String keep) {
        boolean decoded = run.checked().fleet().set().policies().stream()
                .anyMatch(decodedPolicy -> decodedPolicy.name().equals(policy));
        if (!decoded) {
            String why = run.diagnostics().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .findFirst()
                    .map(Diagnostic::message)
                    .orElse("no policy is left");
            throw new CannotRun("`--keep %s` is not valid: %s".formatted(keep, why));
        }
    }

    private void write(List<Run> runs) {
        Bills bills = new PricedBills(
                prices.prices(runs.get(0).checked().fleet().set(), console),
                runs.get(0).at());
        var all = new ArrayList<WhatIf>();
        List<EnvironmentPlan> environments = runs.get(0).checked().fleet().environments();
        for (int e = 0; e < environments.size(); e++) {
            var alternatives = new ArrayList<Alternative>();
            for (int i = 0; i < runs.size(); i++) {
                Run run = runs.get(i);
                EnvironmentPlan plan = run.checked().fleet().environments().get(e);
                Alternative.of(plan, policy, i == 0, run.diagnostics(), bills, run.at())
                        .ifPresent(alternatives::add);
            }
            EnvironmentPlan environment = environments.get(e);
            if (!alternatives.isEmpty()) {
                all.add(new WhatIf(
                        policy,
                        environment.declared() ? environment.name() : null,
                        runs.get(0).at(),
                        alternatives));
            }
        }
        if (all.isEmpty()) {
            throw new CannotRun("the policy `%s` does not exist in the environment".formatted(policy));
        }
        var formats = new LinkedHashMap<String, Supplier<String>>();
        formats.put("text", () -> all.stream().map(WhatIf::text).collect(Collectors.joining("\n")));
        formats.put("json", () -> json(all));
        formats.put("markdown", () -> all.stream().map(WhatIf::markdown).collect(Collectors.joining("\n")));
        Outputs.write(outputs, formats, console);
    }

    private static String json(List<WhatIf> all) {
        if (all.size() > 1) {
            throw new CannotRun("a report is of one environment; name it with `--environment`");
        }
        return ReportEnvelope.text(all.get(0).json());
    }
}
