package dev.ballast.cli;

import dev.ballast.cost.Calibration;
import dev.ballast.cost.Costs;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.diagnostic.Severity;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.invoice.Invoice;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.price.Prices;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportFormat;
import dev.ballast.report.ReportOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ballast cost}. */
@Command(
        name = "cost",
        description =
                "Says what some policies cost a month: by policy, store and component, from the least to the most.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast cost policies/ --environment prod",
            "  ballast cost policies/ --environment all -o json",
            "  ballast cost policies/ --environment prod --prices prices.yaml -o html=cost.html"
        })
final class CostCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read; - is standard input.")
    private List<Path> paths = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private PriceOptions prices = new PriceOptions();

    @Mixin
    private CalibrationOption calibration = new CalibrationOption();

    @Mixin
    private CostOutputs outputs = new CostOutputs();

    CostCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        outputs.check();
        Run run = input.run(paths, console, Environments::choose);
        if (run.worstAtLeast(Severity.ERROR) || run.inputs().unreadable()) {
            var options = new ReportOptions(console.colourErr(), Severity.ERROR, Version.TEXT, Map.of(), null);
            console.err().print(ReportFormat.TEXT.render(run.validation(), options));
            return run.exit(Severity.ERROR);
        }
        Prices all = prices.prices(run.checked().fleet().set(), console);
        outputs.write(invoice(run, all, calibration.read(console)), console);
        return Exit.OK;
    }

    private static Invoice invoice(Run run, Prices prices, Calibration calibration) {
        var costs = new ArrayList<EnvironmentCost>();
        var budgets = new ArrayList<Invoice.BudgetUse>();
        for (EnvironmentPlan environment : run.checked().fleet().environments()) {
            Scenario scenario = Scenario.from(run.at());
            EnvironmentCost cost = Costs.of(
                    environment, policy -> Forecaster.forecast(policy, scenario), prices, calibration, run.at());
            costs.add(cost);
            budgets.addAll(Invoice.budgets(environment, cost));
        }
        var findings = new Findings(run.diagnostics(), run.inputs().sources());
        String asked = run.environment();
        boolean one = costs.size() == 1 && !Environments.ALL.equals(asked);
        return new Invoice(one ? costs.get(0).environment() : null, run.at(), costs, budgets, findings);
    }
}
