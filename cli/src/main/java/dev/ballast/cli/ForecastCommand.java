package dev.ballast.cli;

import dev.ballast.cost.Costs;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.forecast.ExistingBackup;
import dev.ballast.forecast.Outage;
import dev.ballast.outlook.Outlook;
import dev.ballast.outlook.OutlookJson;
import dev.ballast.outlook.OutlookText;
import dev.ballast.page.ForecastPage;
import dev.ballast.page.PolicyView;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.price.Prices;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportEnvelope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast forecast}. */
@Command(
        name = "forecast",
        description = "Says what some policies will keep: the runs to come, how far back one can go and how exactly, "
                + "what an outage does, which backups are due at once.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast forecast policies/ --environment prod",
            "  ballast forecast policies/ -e prod --policy bookstore --outage 2026-12-20..2027-01-04",
            "  ballast forecast policies/ -e prod --outage 2026-12-20..2026-12-22:velero-down -o json",
            "  ballast forecast policies/ -e prod -o html=forecast.html",
            "  kubectl get backups -n velero -o yaml > backups.yaml; ballast forecast policies/ --inventory backups.yaml"
        })
final class ForecastCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders to read; - is standard input.")
    private List<Path> paths = List.of();

    @Mixin
    private InputOptions input = new InputOptions();

    @Option(names = "--policy", paramLabel = "NAME", description = "Only this policy. May be repeated (default: all).")
    private List<String> policies = List.of();

    @Option(names = "--days", paramLabel = "N", description = "How far runs and counts are listed (default: 400).")
    private int days = 400;

    @Option(
            names = "--outage",
            paramLabel = "FROM..TO[:KIND]",
            description = "What if: two dates or times, and runs-fail, velero-down or store-down (default: runs-fail). "
                    + "May be repeated.")
    private List<String> outages = List.of();

    @Option(
            names = "--inventory",
            paramLabel = "FILE",
            description = "Backups that exist, as 'kubectl get backups -n velero -o yaml' prints them "
                    + "(default: begin with none).")
    private @Nullable Path inventory;

    @Mixin
    private PriceOptions prices = new PriceOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            description = "text, json or html (default: text); with a file, written there. May be repeated.")
    private List<String> outputs = List.of("text");

    ForecastCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (days < 1) {
            throw new CannotRun("`--days` is at least 1, not %d".formatted(days));
        }
        List<Outage> happening = outages.stream().map(ForecastCommand::outage).toList();
        List<ExistingBackup> existing = inventory == null ? List.of() : InventoryFile.read(inventory);
        Run run = input.run(paths, console, Environments::choose);
        policies.forEach(policy -> KnownPolicies.require(run.checked().fleet().set(), policy));
        int exit = InvalidPolicies.report(run, console);
        if (exit != Exit.OK) {
            return exit;
        }
        var question = new Outlook.Question(run.at(), days, happening, existing);
        List<Outlook> outlooks = run.checked().fleet().environments().stream()
                .map(environment ->
                        Outlook.of(environment, plan -> policies.isEmpty() || policies.contains(plan.name()), question))
                .toList();
        Outputs.write(outputs, formats(outlooks, run), console);
        return Exit.OK;
    }

    private Map<String, Supplier<String>> formats(List<Outlook> outlooks, Run run) {
        var findings = new Findings(run.diagnostics(), run.inputs().sources());
        var formats = new LinkedHashMap<String, Supplier<String>>();
        formats.put("text", () -> outlooks.stream().map(OutlookText::of).collect(Collectors.joining("\n")));
        formats.put("json", () -> ReportEnvelope.text(OutlookJson.of(outlooks, findings)));
        formats.put("html", () -> page(outlooks, run));
        return formats;
    }

    /** Only a page shows money, so prices are read and costs reckoned for it alone. */
    private String page(List<Outlook> outlooks, Run run) {
        Prices all = prices.prices(run.checked().fleet().set(), console);
        List<EnvironmentPlan> environments = run.checked().fleet().environments();
        var views = new ArrayList<PolicyView>();
        for (int i = 0; i < outlooks.size(); i++) {
            EnvironmentPlan environment = environments.get(i);
            Outlook outlook = outlooks.get(i);
            if (!outlook.policies().isEmpty()) {
                EnvironmentCost cost = Costs.of(environment, outlook.forecasts(), all, run.at());
                outlook.policies()
                        .forEach(policy -> views.add(new PolicyView(
                                environment.name(),
                                policy.forecast(),
                                cost.policy(policy.name()).orElse(null))));
            }
        }
        if (views.isEmpty()) {
            throw new CannotRun("there is no policy to make a page of");
        }
        return ForecastPage.of(views, run.at());
    }

    private static Outage outage(String text) {
        return Outage.parse(text)
                .orElseThrow(() -> new CannotRun(
                        "`%s` is no outage; write for example `2026-12-20..2027-01-04` or `2026-12-20T06:00:00Z..2026-12-20T18:00:00Z:velero-down`"
                                .formatted(text)));
    }
}
