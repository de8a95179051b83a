package dev.ballast.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.compile.CheckedText;
import dev.ballast.policy.Money;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportSchemas;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialsTest {
    private static final String TEXTBOOK = "{daily: 7, weekly: 4, monthly: 12}";
    private static final Bills FIFTY = environment -> forecast -> Money.parse("50 USD");

    /** A daily at 02:00 for 60 days from 2026-01-01, with one outage of some days from 2026-02-01. */
    @ParameterizedTest(name = "{0} days out, expect {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | points: 7              | ''",
                "0 | points: 8              | 2026-03-02T00:00:00Z",
                "0 | points: '<=7'          | ''",
                "0 | runs: 60               | ''",
                "3 | runs: 60               | ''",
                "0 | runs: '>=61'           | 2026-03-02T00:00:00Z",
                "0 | good: 7                | ''",
                "3 | good: '>=4'            | ''",
                "3 | good: '>=5'            | 2026-02-03T02:00:00Z",
                "3 | points: 7              | ''",
                "0 | newestGoodAge: 24h     | ''",
                "0 | newestGoodAge: 23h     | 2026-01-02T01:00:00Z",
                "3 | newestGoodAge: 4d      | ''",
                "3 | newestGoodAge: 95h     | 2026-02-04T01:00:00Z",
                "8 | newestGoodAge: 9d      | 2026-02-07T02:00:00Z",
                "0 | lookback: 6d           | ''",
                "0 | lookback: 7d           | 2026-01-07T02:00:00Z",
                "8 | good: '>=1'            | 2026-02-07T02:00:00Z"
            })
    void aStatementBreaksAtItsFirstInstant(int out, String expect, String at) {
        Trial trial = trial("{daily: 7}", 60, out, expect);
        assertThat(trial.statements()).hasSize(1);
        assertThat(Optional.ofNullable(trial.statements().get(0).breach()).map(Judged.Breach::at))
                .isEqualTo(at.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(at)));
        assertThat(trial.holds()).isEqualTo(at.isEmpty());
    }

    @Test
    void theTextbookSchemeKeepsEveryMonth() {
        Trial trial = trial(TEXTBOOK, 800, 0, "monthHasPoint: true, points: 23, lookback: 334d");
        assertThat(trial.holds()).as(TrialText.of(List.of(trial))).isTrue();
    }

    @Test
    void aLostFirstOfAMonthIsMissedWhenTheWeeksHaveExpired() {
        Judged judged =
                trial(TEXTBOOK, 400, 1, "monthHasPoint: true").statements().get(0);
        assertThat(judged.found()).isEqualTo("none of 2026-02");
        assertThat(Objects.requireNonNull(judged.breach()).message())
                .isEqualTo("no restore point of 2026-02 is left on Wed 2026-04-01 00:00 UTC; "
                        + "the last chance for one was lost on Sun 2026-03-22 03:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{daily: 7} | 400 | the look-back is only 6d", "{monthly: 12} | 20 | no whole month"})
    void aStatementAboutNoMonthAtAllFails(String keep, int days, String why) {
        Judged judged = trial(keep, days, 0, "monthHasPoint: true").statements().get(0);
        assertThat(Objects.requireNonNull(judged.breach()).message()).contains(why);
    }

    @ParameterizedTest
    @CsvSource({"50 USD, true", "49.99 USD, false", "60 EUR, false"})
    void moneyIsComparedInItsCurrency(String most, boolean holds) {
        assertThat(trial("{daily: 7}", 60, 0, "cost: " + most).holds()).isEqualTo(holds);
    }

    @Test
    void aCostThatIsNotKnownIsNoCostOfZero() {
        CheckedText checked = checked("{daily: 7}", 60, 0, "cost: 1 USD");
        Judged judged = Trials.of(checked.checked().fleet(), true, Bills.NONE)
                .get(0)
                .statements()
                .get(0);
        assertThat(judged.found()).isEqualTo("not known");
        assertThat(judged.holds()).isFalse();
    }

    @Test
    void aTestIsPlayedWhereverItsPolicyExists() {
        String environments =
                environment("dev", "") + environment("prod", "group: all") + environment("spare", "group: all");
        String policy = policy("{daily: 7}", "environments: [dev, prod]");
        String everywhere = test("everywhere", 60, 0, "points: 7", "");
        String group = test("group", 60, 0, "points: 7", "environment: all");
        String spare = test("spare", 60, 0, "points: 7", "environment: spare");
        CheckedText checked = CheckedText.of(policy + environments + everywhere + group + spare);
        assertThat(Trials.of(checked.checked().fleet(), true, Bills.NONE))
                .extracting(trial -> trial.test().name(), Trial::environment, Trial::holds)
                .containsExactly(
                        tuple("everywhere", "dev", true),
                        tuple("everywhere", "prod", true),
                        tuple("group", "prod", true),
                        tuple("spare", "spare", false));
    }

    @Test
    void aFailureShowsWhatHappensAroundIt() {
        Trial trial = trial("{daily: 7}", 60, 3, "newestGoodAge: 95h");
        assertThat(TrialText.of(List.of(trial)).lines().filter(line -> line.startsWith("          >")))
                .containsExactly(
                        "          >  Wed 2026-02-04 01:00  -                                          4  3d 23h");
        assertThat(Objects.requireNonNull(trial.statements().get(0).breach()).timeline())
                .filteredOn(Row::here)
                .containsExactly(new Row(
                        Instant.parse("2026-02-04T01:00:00Z"), List.of(), 4, java.time.Duration.ofHours(95), true));
    }

    @Test
    void theReportIsWhatItsSchemaSays() {
        CheckedText checked = checked("{daily: 7}", 60, 3, "points: 7, newestGoodAge: 2d");
        List<Trial> trials = Trials.of(checked.checked().fleet(), true, Bills.NONE);
        ObjectNode report =
                TrialJson.of(trials, new Findings(checked.diagnostics(), checked.sources()), null, CheckedText.AT);
        assertThat(ReportSchemas.violations("test-report", report)).isEmpty();
        assertThat(report.at("/summary/failed").asInt()).isEqualTo(1);
        assertThat(report.at("/tests/0/statements/1/at").asText()).isEqualTo("2026-02-02T02:00:00Z");
        ((ObjectNode) report.at("/tests/0/statements/1")).remove("message");
        assertThat(ReportSchemas.violations("test-report", report)).isNotEmpty();
    }

    @Test
    void junitHasOneFailureForATest() {
        Trial trial = trial("{daily: 7}", 60, 3, "good: '>=7', newestGoodAge: 2d");
        assertThat(TrialJunit.of(List.of(trial)))
                .contains("tests=\"1\" failures=\"1\"", "(and 1 more)", "expected &gt;=7")
                .containsOnlyOnce("<failure ");
    }

    private static Trial trial(String keep, int days, int out, String expect) {
        return Trials.of(checked(keep, days, out, expect).checked().fleet(), true, FIFTY)
                .get(0);
    }

    private static CheckedText checked(String keep, int days, int out, String expect) {
        CheckedText checked = CheckedText.of(policy(keep, "") + test("it-holds", days, out, expect, ""));
        assertThat(checked.checked().hasErrors())
                .as(checked.diagnostics().toString())
                .isFalse();
        return checked;
    }

    private static String policy(String keep, String more) {
        return """
                apiVersion: ballast.dev/v1alpha1
                kind: BackupStore
                metadata: {name: primary}
                spec: {provider: aws, bucket: acme-velero, prefix: prod, region: us-east-1}
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: shop}
                spec:
                  select: {namespaces: [shop]}
                  volumes: {method: snapshot}
                  keep: %s
                  %s
                """.formatted(keep, more);
    }

    private static String environment(String name, String more) {
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: Environment
                metadata: {name: %s}
                spec:
                  velero: {version: "1.18.3"}
                  %s
                """.formatted(name, more);
    }

    private static String test(String name, int days, int out, String expect, String more) {
        String outages = out == 0
                ? ""
                : "outages: [{from: \"2026-02-01\", to: \"%s\"}]"
                        .formatted(java.time.LocalDate.of(2026, 2, 1).plusDays(out));
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: PolicyTest
                metadata: {name: %s}
                spec:
                  policy: shop
                  from: "2026-01-01"
                  days: %d
                  expect: {%s}
                  %s
                  %s
                """.formatted(name, days, expect, outages, more);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
