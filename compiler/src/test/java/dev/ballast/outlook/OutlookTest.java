package dev.ballast.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.compile.CheckedText;
import dev.ballast.forecast.ExistingBackup;
import dev.ballast.forecast.Outage;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Tier;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportSchemas;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlookTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final CheckedText CHECKED =
            CheckedText.of(policy("books", "keep: {daily: 7, weekly: 4, monthly: 12}")
                    + policy("shop", "keep: {daily: 3}")
                    + policy("vault", "keep: {yearly: forever}")
                    + policy("asleep", "keep: {daily: 3}\n  suspend: true")
                    + """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec: {provider: aws, bucket: acme-velero, prefix: prod, region: us-east-1}
            """);

    @Test
    void theHeadlineIsThePromise() {
        assertThat(text(of("books")))
                .startsWith("books\n\n")
                .contains(
                        "  restore points  23 at rest, 23 to 24 over a year, bound 26\n",
                        "  look-back       at least 334d\n",
                        "  going back  1d  7d  30d  90d  365d\n  worst gap   1d  7d  31d  31d     -\n",
                        "  Thu 2026-01-01 02:00  daily    books-daily-20260101020000    2026-01-08\n");
    }

    @Test
    void theCalendarShowsWhatIsLeftOfEachMonth() {
        assertThat(text(of("books")))
                .contains(
                        "    2026-10  m······························\n    2026-11  m······w······w······w··ddddwd\n    2026-12  m\n");
    }

    @Test
    void whatIsKeptForYearsIsShownByTheWeek() {
        String text = text(outlook(NEW_YEAR, 4000, List.of(), List.of(), "vault"));
        assertThat(text).contains("look-back       forever\n", "             Jan Feb Mar Apr  May Jun");
        assertThat(text.lines().filter(line -> line.matches(" {4}20\\d\\d {5}[y·]{53}")))
                .hasSize(10);
    }

    @Test
    void aPausedPolicyIsSaidToBeOne() {
        assertThat(text(of("asleep"))).contains("the policy is paused", "no run within 400 days");
    }

    @Test
    void anOutageIsMeasuredAgainstTheSameTimeWithoutIt() {
        PolicyOutlook shop = outlook(NEW_YEAR, 400, outages("2026-02-02..2026-02-04"), List.of(), "shop")
                .policies()
                .get(0);
        assertThat(shop.disturbance())
                .contains(new Disturbance(
                        Map.of(Tier.DAILY, 2),
                        1,
                        Instant.parse("2026-02-03T02:00:00Z"),
                        3,
                        Duration.ofDays(3),
                        Instant.parse("2026-02-04T02:00:00Z"),
                        null,
                        Instant.parse("2026-02-06T02:00:00Z")));
        assertThat(shop.calm().restorePoints().minimum()).isEqualTo(3);
    }

    @Test
    void whenNothingIsLeftTheInstantIsTold() {
        Disturbance effect = outlook(NEW_YEAR, 400, outages("2026-02-02..2026-02-10"), List.of(), "shop")
                .policies()
                .get(0)
                .disturbance()
                .orElseThrow();
        assertThat(effect.lowest()).isZero();
        assertThat(effect.noneFrom()).isEqualTo("2026-02-04T02:00:00Z");
        assertThat(effect.stalest()).isNull();
    }

    @Test
    void backupsOfTiersThatAreNoMoreAreShownApart() {
        var old = new ExistingBackup(
                "shop-weekly-1",
                "shop",
                Tier.WEEKLY,
                NEW_YEAR.minus(Duration.ofDays(10)),
                NEW_YEAR.plus(Duration.ofDays(50)),
                true);
        Outlook outlook = outlook(NEW_YEAR, 3, outages("2026-01-02..2026-01-03"), List.of(old), "shop");
        assertThat(text(outlook)).contains("d daily  + older tiers", "2025-12  ·····················+·········\n");
    }

    @Test
    void runsThatFallTogetherAreCounted() {
        Traffic traffic = of("books").traffic();
        assertThat(traffic.schedules()).isEqualTo(5);
        assertThat(traffic.rushes())
                .contains(new Rush(List.of("books-daily", "shop-daily"), 400, Instant.parse("2026-01-01T02:00:00Z")));
        assertThat(text(of("books"))).contains("all policies: 5 Schedules, 2.2 runs a day, at most 4 on one\n");
    }

    @Test
    void theReportIsWhatItsSchemaSays() {
        Outlook outlook =
                outlook(NEW_YEAR, 40, outages("2026-02-02..2026-02-04:store-down"), List.of(), "books", "vault");
        ObjectNode report = OutlookJson.of(List.of(outlook), findings());
        assertThat(ReportSchemas.violations("forecast-report", report)).isEmpty();
        JsonNode books = report.at("/policies/0");
        assertThat(books.at("/restorePoints/atRest").asInt()).isEqualTo(23);
        assertThat(books.at("/runs/0/backup").asText()).isEqualTo("books-daily-20260101020000");
        assertThat(books.path("points")).hasSize(40);
        assertThat(books.at("/points/39"))
                .isEqualTo(report.objectNode()
                        .put("time", "2026-02-09T00:00:00Z")
                        .put("total", 11)
                        .put("daily", 5)
                        .put("weekly", 4)
                        .put("monthly", 2));
        assertThat(books.at("/disturbance/lost/daily").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/policies/0/restorePoints",
                "/policies/0/lookback",
                "/policies/0/runs/0/expires",
                "/clusters/0/together"
            })
    void theSchemaNoticesAMissingMember(String pointer) {
        ObjectNode report = OutlookJson.of(List.of(of("books")), findings());
        int last = pointer.lastIndexOf('/');
        assertThat(((ObjectNode) report.at(pointer.substring(0, last))).remove(pointer.substring(last + 1)))
                .isNotNull();
        assertThat(ReportSchemas.violations("forecast-report", report)).isNotEmpty();
    }

    private static Outlook of(String... policies) {
        return outlook(NEW_YEAR, 400, List.of(), List.of(), policies);
    }

    private static Outlook outlook(
            Instant from, int days, List<Outage> outages, List<ExistingBackup> existing, String... policies) {
        assertThat(CHECKED.checked().hasErrors())
                .as(CHECKED.diagnostics().toString())
                .isFalse();
        EnvironmentPlan environment = CHECKED.checked().fleet().environments().get(0);
        return Outlook.of(
                environment,
                plan -> List.of(policies).contains(plan.name()),
                new Outlook.Question(from, days, outages, existing));
    }

    private static String text(Outlook outlook) {
        return OutlookText.of(outlook);
    }

    private static Findings findings() {
        return new Findings(CHECKED.diagnostics(), CHECKED.sources());
    }

    private static List<Outage> outages(String... texts) {
        return Stream.of(texts).map(text -> Outage.parse(text).orElseThrow()).toList();
    }

    private static String policy(String name, String terms) {
        return """
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: %s}
                spec:
                  select: {namespaces: [%s]}
                  volumes: {method: snapshot}
                  %s
                ---
                """.formatted(name, name, terms);
    }
}
