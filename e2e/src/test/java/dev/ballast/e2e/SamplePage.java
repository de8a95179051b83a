package dev.ballast.e2e;

import dev.ballast.compile.Checker;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Outage;
import dev.ballast.forecast.Scenario;
import dev.ballast.page.CostPage;
import dev.ballast.page.ForecastPage;
import dev.ballast.page.PolicyView;
import dev.ballast.plan.Fleet;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Pages to look at. */
enum SamplePage {
    /** The textbook policy. */
    TEXTBOOK(SamplePage::textbook),
    /** Every tier, the longest name, and an outage. */
    EVERY_TIER(SamplePage::everyTier),
    /** All policies of the examples. */
    FLEET(SamplePage::fleet),
    /** The textbook policy with money. */
    PRICED(SamplePage::priced),
    /** Costs of an environment. */
    COST(() -> CostPage.of(List.of(SampleCosts.environment()), SamplePage.AT));

    static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private static final String POLICY = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: shop}
            spec:
              select: {namespaces: [shop]}
              keep: {daily: 7, weekly: 4, monthly: 12}
              volumes: {method: snapshot}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec: {provider: aws, bucket: acme-velero, prefix: prod, region: us-east-1}
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
        return ForecastPage.of(views(checked(POLICY), Scenario.from(AT)), AT);
    }

    private static String priced() {
        return ForecastPage.of(
                views(checked(POLICY), Scenario.from(AT)).stream()
                        .map(view -> new PolicyView("prod", view.forecast(), SampleCosts.shop()))
                        .toList(),
                AT);
    }

    private static String everyTier() {
        String text = POLICY.replace("{daily: 7,", "{hourly: 48, daily: 7,")
                .replace("monthly: 12}", "monthly: 12, yearly: 3}")
                .replace("name: shop}", "name: a-policy-whose-name-is-as-long-as-names-may-ever-become-in-it}");
        Outage outage = Outage.parse("2027-05-10..2027-05-31:velero-down").orElseThrow();
        return ForecastPage.of(views(checked(text), Scenario.from(AT).with(List.of(outage))), AT);
    }

    private static String fleet() {
        String text = String.join(
                "\n---\n",
                TestFiles.under(Path.of("../examples/policies")).stream()
                        .map(TestFiles::text)
                        .toList());
        return ForecastPage.of(views(checked(text), Scenario.from(AT)), AT);
    }

    private static Fleet checked(String text) {
        var documents = SourceReader.read("sample.yaml", text, Limits.DEFAULT)
                .value()
                .orElseThrow()
                .documents();
        return Checker.of(documents.stream().filter(Checker::isOurs).toList())
                .check(environment -> true, Map.of(), AT)
                .fleet();
    }

    private static List<PolicyView> views(Fleet fleet, Scenario scenario) {
        return fleet.environments().stream()
                .flatMap(environment -> environment.policies().stream()
                        .map(plan -> new PolicyView(environment.name(), Forecaster.forecast(plan, scenario), null)))
                .toList();
    }
}
