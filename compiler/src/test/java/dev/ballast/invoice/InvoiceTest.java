package dev.ballast.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.compile.CheckedText;
import dev.ballast.cost.Costs;
import dev.ballast.cost.EnvironmentCost;
import dev.ballast.forecast.Forecaster;
import dev.ballast.forecast.Scenario;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.price.Prices;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportEnvelope;
import dev.ballast.report.ReportSchemas;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One environment with all that a bill can hold: tails, tiers of prices, copies, a price that is missing, a budget. */
class InvoiceTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final String FLEET = """
            apiVersion: ballast.dev/v1alpha1
            kind: Environment
            metadata: {name: prod}
            spec:
              snapshotLocations: [{name: primary, provider: aws, region: us-east-1}]
              snapshotPrice: aws/ebs/snapshot
              budget: {monthly: 100 USD}
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
              facts: {versioning: true, noncurrentDays: 30, replicatesTo: copy}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: copy}
            spec:
              provider: aws
              bucket: acme-velero-copy
              region: eu-west-1
              prices: {objects: aws/s3/standard}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: bookstore}
            spec:
              select: {namespaces: [bookstore]}
              keep: {daily: 7, weekly: 4, monthly: 12}
              volumes: {method: snapshot}
              size: {data: 200GiB, deltas: {1d: 5GiB, 7d: 20GiB, 30d: 40GiB}, accounting: perTier}
              budget: {monthly: 50 USD}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: shop}
            spec:
              select: {namespaces: [shop]}
              keep: {daily: 7}
              volumes: {method: file-system}
              size: {data: 50GiB}
            ---
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: unsized}
            spec:
              select: {namespaces: [unsized]}
              keep: {daily: 7}
              volumes: {method: snapshot-move}
            """;

    @Test
    void jsonIsWhatItsSchemaSays() throws IOException {
        assertThat(ReportSchemas.violations("cost-report", report())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', policies",
        "/policies/0, storedBytes",
        "/policies/0/monthly, high",
        "/environments/0, totals",
        "/policies/0/components/0, component"
    })
    void theSchemaNoticesAMissingMember(String owner, String member) throws IOException {
        JsonNode report = report();
        assertThat(((ObjectNode) report.at(owner)).remove(member)).isNotNull();
        assertThat(ReportSchemas.violations("cost-report", report)).isNotEmpty();
    }

    @Test
    void shownAmountsAddUp() throws IOException {
        JsonNode report = report();
        BigDecimal all = BigDecimal.ZERO;
        for (JsonNode policy : report.path("policies")) {
            BigDecimal parts = BigDecimal.ZERO;
            for (JsonNode component : policy.path("components")) {
                parts = parts.add(
                        new BigDecimal(component.at("/monthly/estimate").asText("0")));
            }
            assertThat(parts)
                    .isEqualByComparingTo(policy.at("/monthly/estimate").asText());
            all = all.add(parts);
        }
        for (JsonNode component : report.at("/environments/0/shared")) {
            all = all.add(new BigDecimal(component.at("/monthly/estimate").asText()));
        }
        assertThat(all).isEqualByComparingTo(report.at("/totals/estimate").asText());
    }

    @Test
    void textSaysWhatIsKnownAndWhatIsNot() {
        String text = InvoiceText.of(invoice());
        assertThat(text)
                .contains("bookstore, 23 restore points")
                .contains("% of budget 50 USD")
                .contains("replication")
                .contains("unsized, moved-data: how much data there is: `size.data` is not declared")
                .contains("change: 2 % of the data is rewritten in a day (1 policy)")
                .containsPattern("snapshots +790\\.0 GiB +35\\.80 +39\\.50 +39\\.52 +aws/ebs/snapshot us-east-1");
        assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
    }

    @Test
    void markdownHasTheSameNumbers() {
        assertThat(InvoiceMarkdown.of(invoice()))
                .contains("|  | snapshots |  | 790.0 GiB | 35.80 | 39.50 | 39.52 |")
                .contains("- `bookstore` uses 79 % of its budget of 50 USD");
    }

    @Test
    void aBudgetIsNotJudgedWhereSomethingIsUnknown() {
        assertThat(invoice().budgets()).extracting(Invoice.BudgetUse::percent).containsExactly(79, null);
    }

    private static Invoice invoice() {
        CheckedText checked = CheckedText.of(FLEET);
        EnvironmentPlan plan = checked.checked().fleet().environments().get(0);
        EnvironmentCost cost = Costs.of(
                plan,
                plan.policies().stream()
                        .map(policy -> Forecaster.forecast(policy, Scenario.from(AT)))
                        .toList(),
                Prices.of(List.of(), List.of()),
                AT);
        var findings = new Findings(checked.diagnostics(), checked.sources());
        return new Invoice("prod", AT, List.of(cost), Invoice.budgets(plan, cost), findings);
    }

    private static JsonNode report() throws IOException {
        return MAPPER.readTree(ReportEnvelope.text(InvoiceJson.of(invoice())));
    }
}
