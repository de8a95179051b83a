package dev.ballast.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.bucket.BucketLedger;
import dev.ballast.bucket.BucketTally;
import dev.ballast.cost.Cause;
import dev.ballast.cost.Decomposition;
import dev.ballast.drift.Certainty;
import dev.ballast.drift.CostDrift;
import dev.ballast.drift.Judged;
import dev.ballast.series.Metric;
import dev.ballast.testing.Golden;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PolicyMetricsTest {
    private static final Path PAGE = Path.of("../docs/metrics.md");
    private static final Pattern LINE = Pattern.compile("(\\w+?)(?:_(?:count|sum|max))?(?:\\{(.*)\\})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"[^\"]*\"");
    private static final String OF_TIER =
            "{cluster=\"harbour\",environment=\"prod\",policy=\"shop\",schedule=\"shop-daily\",tier=\"daily\"}";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final PolicyMetrics metrics = new PolicyMetrics();

    @Test
    void theNumbersOfATierAreThoseOfItsHealth() {
        metrics.update(Judged.input(List.of(), null, "keep: {daily: 7, weekly: 4}"));
        assertThat(lines())
                .contains(
                        "ballast_last_success_timestamp_seconds" + OF_TIER + " 1.79514002E9",
                        "ballast_expected_interval_seconds" + OF_TIER + " 86400.0",
                        "ballast_schedule_created_timestamp_seconds" + OF_TIER + " 1.7951328E9",
                        "ballast_tier_since_timestamp_seconds" + OF_TIER + " 1.7951328E9",
                        "ballast_schedule_paused" + OF_TIER + " 0.0",
                        "ballast_restore_points" + OF_TIER + " 1.0",
                        "ballast_restore_points_promised" + OF_TIER + " 2.0",
                        "ballast_last_success_timestamp_seconds" + OF_TIER.replace("daily", "weekly") + " 0.0",
                        "ballast_execution_findings{cluster=\"harbour\",environment=\"prod\",kind=\"missed\",policy=\"shop\"} 1.0",
                        "ballast_execution_findings{cluster=\"harbour\",environment=\"prod\",kind=\"failed\",policy=\"shop\"} 0.0");
    }

    @Test
    void oneOfThePhasesIsTheLast() {
        metrics.update(Judged.input(List.of(), null, "keep: {daily: 7}"));
        assertThat(lines().stream().filter(line -> line.startsWith("ballast_last_run_phase") && line.endsWith(" 1.0")))
                .singleElement()
                .asString()
                .contains("phase=\"Completed\"");
    }

    @Test
    void aTierThatGoesTakesItsSeriesWithIt() {
        metrics.update(Judged.input(List.of(), null, "keep: {daily: 7, weekly: 4}"));
        metrics.update(Judged.input(List.of(), null, "keep: {daily: 7}"));
        assertThat(lines()).noneMatch(line -> line.contains("weekly")).anyMatch(line -> line.contains("daily"));
    }

    @Test
    void aPolicyThatGoesLeavesNothing() {
        metrics.update(Judged.input(List.of(), cost(), "keep: {daily: 7}", "budget: {monthly: 50 USD}"));
        metrics.remove("shop");
        assertThat(lines()).isEmpty();
        metrics.remove("shop");
    }

    @Test
    void everyMetricIsListedWithExactlyItsLabelsAndNothingElseIsThere() {
        metrics.update(Judged.input(List.of(), cost(), "keep: {daily: 7}", "budget: {monthly: 50 USD}"));
        var process = new ProcessMetrics(registry);
        process.reconciled(Duration.ofMillis(20), true);
        process.applied("Schedule");
        process.priceData(Duration.ofDays(3));
        new StoreMetrics(registry)
                .update("prod", "harbour", Map.of("primary", new StoreMetrics.Bucket(ledger(), true)));
        Map<String, Set<String>> listed = Arrays.stream(Metric.values())
                .collect(Collectors.toMap(
                        Metric::id, metric -> new TreeSet<>(metric.labels()), (a, b) -> a, TreeMap::new));
        assertThat(found()).isEqualTo(listed);
    }

    @Test
    void aBucketTellsWhatItHoldsAndThatItCouldNotBeListed() {
        var stores = new StoreMetrics(registry);
        stores.update("prod", "harbour", Map.of("primary", new StoreMetrics.Bucket(null, true)));
        assertThat(lines())
                .containsExactlyInAnyOrder(
                        "ballast_bucket_listed_timestamp_seconds{cluster=\"harbour\",environment=\"prod\",store=\"primary\"} 0.0",
                        "ballast_bucket_listing_failed{cluster=\"harbour\",environment=\"prod\",store=\"primary\"} 1.0");
        stores.update("prod", "harbour", Map.of("primary", new StoreMetrics.Bucket(ledger(), false)));
        assertThat(lines())
                .contains(
                        "ballast_bucket_bytes{cluster=\"harbour\",environment=\"prod\",state=\"current\",store=\"primary\"} 30.0",
                        "ballast_bucket_bytes{cluster=\"harbour\",environment=\"prod\",state=\"noncurrent\",store=\"primary\"} 0.0",
                        "ballast_bucket_bytes{cluster=\"harbour\",environment=\"prod\",state=\"incomplete\",store=\"primary\"} 5.0",
                        "ballast_bucket_listing_failed{cluster=\"harbour\",environment=\"prod\",store=\"primary\"} 0.0");
        stores.update("prod", "harbour", Map.of());
        assertThat(lines()).isEmpty();
    }

    @Test
    void theSeriesOfAMetricStandTogetherBelowWhatItIs() throws IOException {
        metrics.update(Judged.input(List.of(), null, "keep: {daily: 7, weekly: 4}"));
        var text = new StringBuilder();
        metrics.write(text);
        assertThat(text.toString().lines().filter(line -> line.contains("ballast_schedule_paused")))
                .containsExactly(
                        "# HELP ballast_schedule_paused whether the tier is paused, by whomever",
                        "# TYPE ballast_schedule_paused gauge",
                        "ballast_schedule_paused" + OF_TIER + " 0.0",
                        "ballast_schedule_paused" + OF_TIER.replace("daily", "weekly") + " 0.0");
        assertThat(text).endsWith("\n");
    }

    @Test
    void noLabelIsRenamedByAScrape() {
        assertThat(Arrays.stream(Metric.values()).flatMap(metric -> metric.labels().stream()))
                .doesNotContain("namespace", "pod", "job", "instance", "service", "backup");
    }

    @Test
    void thePageListsEveryMetric() throws IOException {
        Golden.check(PAGE, page());
    }

    private static String page() {
        return """
                # Metrics

                `ballast reconcile` tells how policies are at `/metrics`, in the text format of Prometheus. All of a policy's series are there, as 0 where nothing
                happened yet, from when it appears until it goes; series of a cost are there once it is known. There is none for each Backup: a tier has as many
                series however much it keeps. A *time* is in seconds since 1970. Kinds and causes are the words of `ballast drift`.

                Backups are counted by this cluster's label, so those of another cluster in the same bucket do not hide that there are none of this one; and a run
                counts by what became of its Backup. Velero's own `velero_backup_last_status` says success again within a minute of any failure: alert on these instead.

                | metric | labels | unit | meaning |
                |---|---|---|---|
                """ + Arrays.stream(Metric.values()).map(PolicyMetricsTest::row).collect(Collectors.joining());
    }

    private static String row(Metric metric) {
        String labels = metric.labels().isEmpty()
                ? "–"
                : metric.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(" "));
        return "| `%s` | %s | %s | %s |\n".formatted(metric.id(), labels, metric.unit(), metric.meaning());
    }

    private Map<String, Set<String>> found() {
        var found = new TreeMap<String, Set<String>>();
        for (String line : lines()) {
            Matcher parts = LINE.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            var labels = new TreeSet<String>();
            Matcher label = LABEL.matcher(parts.group(2) == null ? "" : parts.group(2));
            while (label.find()) {
                labels.add(label.group(1));
            }
            found.put(parts.group(1), labels);
        }
        return found;
    }

    private List<String> lines() {
        var text = new StringBuilder(registry.scrape());
        try {
            metrics.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().lines().filter(line -> !line.startsWith("#")).toList();
    }

    private static BucketLedger ledger() {
        var tally = new BucketTally("");
        tally.current("backups/a/a.tar.gz", 30, "");
        tally.incomplete("kopia/shop/p1", 5);
        return tally.ledger(Instant.parse("2026-11-21T09:00:00Z"));
    }

    private static CostDrift cost() {
        var expected = new Decomposition.Worth(100, new BigDecimal("2.50"));
        var actual = new Decomposition.Worth(150, new BigDecimal("3.00"));
        return new CostDrift(
                Currency.getInstance("USD"),
                Decomposition.of(expected, List.of(new Decomposition.Step(Cause.Kind.OVERDUE, actual))),
                Map.of(),
                Certainty.MODELLED,
                Certainty.MEASURED,
                false);
    }
}
