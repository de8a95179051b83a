package dev.ballast.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.compile.CheckedText;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportSchemas;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final String TEXT = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: shop}
            spec:
              class: gold
              select: {namespaces: [shop]}
              overrides:
                dev:
                  keep: {daily: 2}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupClass
            metadata: {name: gold}
            spec:
              keep: {daily: 7, monthly: 12}
              schedule: {timezone: Europe/Berlin}
              volumes: {method: snapshot-move}
              hooks:
                - use: postgres-checkpoint
                  selector: {matchLabels: {app: db}}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec: {provider: aws, bucket: acme, prefix: x, region: us-east-1}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: Environment
            metadata: {name: dev}
            spec:
              velero: {version: "1.18.3"}
              overrides: {minGood: 1}
            """;

    @Test
    void everyValueHasThePlaceAndTheLayerThatWroteIt() {
        assertThat(explanation().values())
                .extracting(Explanation.Value::pointer, Explanation.Value::text, v -> line(v), Explanation.Value::layer)
                .contains(
                        tuple("/keep/daily", "2", 9, "BackupPolicy shop, override for dev"),
                        tuple("/schedule/timezone", "\"Europe/Berlin\"", 16, "BackupClass gold"),
                        tuple("/hooks/0/selector/matchLabels/app", "\"db\"", 20, "BackupClass gold"),
                        tuple("/minGood", "1", 32, "Environment dev overrides"),
                        tuple("/guarantee", "\"nominal\"", 0, "built-in"));
    }

    @Test
    void aReplacedPromiseLeavesNothingOfTheOldOne() {
        assertThat(explanation().effective().path("keep").properties()).hasSize(1);
    }

    @Test
    void theReportIsWhatItsSchemaSays() {
        ObjectNode report = ExplainJson.of(explanation());
        assertThat(ReportSchemas.violations("explain-report", report)).isEmpty();
        report.withArray("tiers").forEach(tier -> ((ObjectNode) tier).remove("ttl"));
        assertThat(ReportSchemas.violations("explain-report", report)).isNotEmpty();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static int line(Explanation.Value value) {
        return value.region() == null ? 0 : value.region().line();
    }

    private static Explanation explanation() {
        CheckedText checked = CheckedText.of(TEXT);
        EnvironmentPlan environment = checked.checked().fleet().environments().get(0);
        return Explanation.of(
                environment.policies().get(0),
                environment,
                new Findings(checked.diagnostics(), checked.sources()),
                CheckedText.AT);
    }
}
