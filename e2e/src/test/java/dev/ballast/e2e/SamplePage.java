package dev.ballast.e2e;

import dev.ballast.compile.Checker;
import dev.ballast.cost.Costs;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.Scenario;
import dev.ballast.invoice.Invoice;
import dev.ballast.page.CostPage;
import dev.ballast.page.ForecastPage;
import dev.ballast.page.PolicyView;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.price.Prices;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pages to look at. */
enum SamplePage {
    /** The textbook policy. */
    TEXTBOOK(SamplePage::textbook),
    /** Every tier, the longest name, and an outage. */
    EVERY_TIER(SamplePage::everyTier),
    /** All policies of the examples. */
    FLEET(SamplePage::fleet),
    /** What the textbook policy costs. */
    COST(SamplePage::cost),
    /** What all policies of the examples cost. */
    COSTS(SamplePage::costs),
    /** One policy of the examples, as `ballast forecast` shows it: the picture in the documentation. */
    BOOKSTORE(() -> forecasts(of(examples(), "prod"), "bookstore")),
    /** An environment with budgets, as `ballast cost` shows it. */
    PROD_COST(() -> page(of(examples(), "prod"))),
    /** Policies that do not fit: without size, kept forever, paused, beyond their budget; and two outages. */
    ODD(SamplePage::oddities),
    /** What those cost. */
    ODD_COST(() -> page(odd()));

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static final String POLICY = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: shop}
            spec:
              select: {namespaces: [shop]}
              keep: {daily: 7, weekly: 4, monthly: 12}
              volumes: {method: snapshot}
              size: {data: 200GiB, accounting: perTier, deltas: {1d: 5GiB, 7d: 20GiB, 30d: 40GiB}}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: Environment
            metadata: {name: prod}
            spec:
              velero: {version: "1.18.3", csi: true}
              snapshotLocations: [{name: primary, provider: aws, region: us-east-1}]
              snapshotPrice: aws/ebs/snapshot
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec: {provider: aws, bucket: acme-velero, prefix: prod, region: us-east-1, prices: {objects: aws/s3/standard}}
            """;

    private static final String ODD_POLICIES = """
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: sizeless}
            spec:
              select: {namespaces: [a]}
              keep: {daily: 7, monthly: 6}
              volumes: {method: snapshot-move}
              budget: {monthly: 5 USD}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: archive}
            spec:
              select: {namespaces: [b]}
              keep: {weekly: 8, yearly: forever}
              volumes: {method: snapshot-move}
              size: {data: 500GiB, change: 1%, reach: 30%}
              budget: {monthly: 5 USD}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: paused}
            spec:
              select: {namespaces: [c]}
              suspend: true
              keep: {daily: 7}
              volumes: {method: snapshot-move}
              size: {data: 10GiB}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: only-forever}
            spec:
              select: {namespaces: [d]}
              keep: {monthly: forever}
              volumes: {method: snapshot-move}
              size: {data: 800TiB, change: 2%, reach: 50%}
            """;

    private final Supplier<String> made;

    SamplePage(Supplier<String> made) {
        this.made = made;
    }

    String html() {
        return made.get();
    }

    /** Of its files. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String textbook() {
        return ForecastPage.of(views(costed(POLICY, List.of())), AT);
    }

    private static String fleet() {
        return ForecastPage.of(views(costed(examples(), List.of())), AT);
    }

    private static String cost() {
        return page(costed(POLICY, List.of()));
    }

    private static String costs() {
        return page(costed(examples(), List.of()));
    }

    private static String page(List<Costed> costed) {
        return CostPage.of(
                costed.stream().map(Costed::cost).toList(),
                costed.stream()
                        .flatMap(one -> Invoice.budgets(one.environment(), one.cost()).stream())
                        .toList(),
                AT);
    }

    private static String everyTier() {
        String text = POLICY.replace("{daily: 7,", "{hourly: 48, daily: 7,")
                .replace("monthly: 12}", "monthly: 12, yearly: 3}")
                .replace("name: shop}", "name: a-policy-whose-name-is-as-long-as-names-may-ever-become-in-it}");
        Outage outage = Outage.parse("2027-05-10..2027-05-31:velero-down").orElseThrow();
        return ForecastPage.of(views(costed(text, List.of(outage))), AT);
    }

    private static String oddities() {
        return ForecastPage.of(views(odd()), AT);
    }

    private static List<Costed> odd() {
        return costed(
                POLICY + ODD_POLICIES,
                Stream.of("2026-02-01..2026-03-15", "2026-06-01..2026-06-03:velero-down")
                        .map(outage -> Outage.parse(outage).orElseThrow())
                        .toList());
    }

    private static List<Costed> of(String text, String environment) {
        return costed(text, List.of()).stream()
                .filter(one -> one.environment().name().equals(environment))
                .toList();
    }

    private static String forecasts(List<Costed> costed, String policy) {
        return ForecastPage.of(
                views(costed).stream()
                        .filter(view -> view.forecast().plan().name().equals(policy))
                        .toList(),
                AT);
    }

    private static String examples() {
        return String.join(
                "\n---\n",
                TestFiles.under(Path.of("../examples/policies")).stream()
                        .map(TestFiles::text)
                        .toList());
    }

    private record Costed(EnvironmentPlan environment, List<Forecast> forecasts, EnvironmentCost cost) {}

    private static List<Costed> costed(String text, List<Outage> outages) {
        var documents = SourceReader.read("sample.yaml", text, Limits.DEFAULT)
                .value()
                .orElseThrow()
                .documents();
        Checker checker = Checker.of(documents.stream().filter(Checker::isOurs).toList());
        Prices prices = Prices.of(List.of(), checker.set().priceBooks());
        return checker.check(environment -> true, Map.of(), AT).fleet().environments().stream()
                .map(environment ->
                        costed(environment, prices, Scenario.from(AT).with(outages)))
                .toList();
    }

    private static Costed costed(EnvironmentPlan environment, Prices prices, Scenario scenario) {
        List<Forecast> forecasts = environment.policies().stream()
                .map(plan -> Forecaster.forecast(plan, scenario))
                .toList();
        return new Costed(environment, forecasts, Costs.of(environment, forecasts, prices, AT));
    }

    private static List<PolicyView> views(List<Costed> costed) {
        return costed.stream()
                .flatMap(one -> IntStream.range(0, one.forecasts().size())
                        .mapToObj(i -> new PolicyView(
                                one.environment().name(),
                                one.forecasts().get(i),
                                one.cost().policies().get(i))))
                .toList();
    }
}
