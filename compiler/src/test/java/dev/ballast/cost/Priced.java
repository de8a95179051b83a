package dev.ballast.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.compile.CheckedText;
import dev.ballast.diagnostic.Severity;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.price.Prices;
import java.time.Instant;
import java.util.List;

/** Policies as text, put through everything from reading to money. */
final class Priced {
    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Prices PRICES = Prices.of(List.of(), List.of());

    private Priced() {}

    /** What the only policy of an ordinary environment costs. */
    static PolicyCost shop(String keep, String method, String size) {
        return of(environment("us-east-1", "") + policy("shop", keep, method, size))
                .policies()
                .get(0);
    }

    /** The same whether all forecasts are there or each is made when it is needed. */
    static EnvironmentCost of(String text) {
        Costs.Side side = side(text);
        EnvironmentCost cost = Costs.of(side.environment(), side.forecasts(), side.prices(), FROM);
        assertThat(Costs.of(side.environment(), Priced::forecast, side.prices(), Calibration.NOTHING, FROM))
                .isEqualTo(cost);
        return cost;
    }

    private static Forecast forecast(BackupPlan plan) {
        return Forecaster.forecast(plan, Scenario.from(FROM));
    }

    static Costs.Side side(String text) {
        CheckedText checked = CheckedText.of(text);
        assertThat(checked.diagnostics()).noneMatch(d -> d.severity() == Severity.ERROR);
        EnvironmentPlan plan = checked.checked().fleet().environments().get(0);
        return new Costs.Side(
                plan, plan.policies().stream().map(Priced::forecast).toList(), PRICES);
    }

    static String environment(String region, String storeFields) {
        return """
                apiVersion: ballast.dev/v1alpha1
                kind: Environment
                metadata: {name: prod}
                spec:
                  snapshotLocations: [{name: primary, provider: aws, region: %s}]
                  snapshotPrice: aws/ebs/snapshot
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupStore
                metadata: {name: primary}
                spec:
                  provider: aws
                  bucket: acme-velero
                  region: us-east-1
                  default: true
                  prices: {objects: aws/s3/standard}
                %s""".formatted(region, storeFields);
    }

    static String policy(String name, String keep, String method, String size) {
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: %s}
                spec:
                  select: {namespaces: [%s]}
                  %s
                  volumes: {method: %s}
                  size: {%s}
                """.formatted(name, name, keep, method, size);
    }
}
