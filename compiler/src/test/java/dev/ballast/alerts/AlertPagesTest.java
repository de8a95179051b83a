package dev.ballast.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.alerttest.Alerting;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each alert has a page that says what to do, and {@code docs/alerts.md} lists them all. */
class AlertPagesTest {
    private static final Path PAGE = Path.of("../docs/alerts.md");
    private static final Path RUNBOOKS = Path.of("../docs/runbooks");
    private static final AlertGroup SHOP = group("keep: {daily: 7}", "budget: {monthly: 50 USD}");

    private static AlertGroup group(String... lines) {
        var environment = Alerting.shop(lines);
        return AlertRules.of(environment, environment.policies().get(0)).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Alert.class)
    void eachHasAPageThatSaysWhatToCheckAndHowToFix(Alert alert) throws IOException {
        assertThat(Files.readString(RUNBOOKS.resolve(alert.id() + ".md")))
                .startsWith("# " + alert.id() + "\n\n")
                .matches("(?s).*\n## Check\n.+\n## Fix\n.+");
    }

    @Test
    void noPageIsOfAnAlertThatIsNone() throws IOException {
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("BackupPolicy"))
                            .map(name -> name.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Alert.values()).map(Alert::id).toList());
        }
    }

    @Test
    void eachRuleLeadsToItsPageOrToThePolicysOwn() {
        assertThat(SHOP.rules())
                .hasSize(Alert.values().length)
                .allSatisfy(rule -> assertThat(rule.annotations().get("runbook_url"))
                        .isEqualTo("https://github.com/ballast-dev/ballast/blob/main/docs/runbooks/%s.md"
                                .formatted(rule.alert())));
        assertThat(group("keep: {daily: 7}", "alerts: {runbook: 'https://example.com/b'}")
                        .rules())
                .allMatch(rule ->
                        "https://example.com/b".equals(rule.annotations().get("runbook_url")));
    }

    @Test
    void severityIsThePolicysButForWhatCanWait() {
        assertThat(group("keep: {daily: 7}", "alerts: {severity: critical}").rules())
                .allSatisfy(rule -> assertThat(rule.labels().get("severity"))
                        .isEqualTo(alert(rule).canWait() ? "warning" : "critical"));
        assertThat(group("keep: {daily: 7}", "alerts: {severity: info}").rules())
                .allMatch(rule -> "info".equals(rule.labels().get("severity")));
    }

    @Test
    void thoseThatWorkWithoutTheReconcilerAskVelero() {
        assertThat(SHOP.rules())
                .allSatisfy(rule -> assertThat(rule.expr().contains("velero_"))
                        .as(rule.alert())
                        .isEqualTo(alert(rule).worksWithoutReconciler()));
        assertThat(SHOP.rules()).allMatch(rule -> rule.expr().contains("ballast_"));
    }

    @Test
    void thePageListsThemAndHowLateIsTooLate() throws IOException {
        String text = Files.readString(PAGE);
        String expected = with(with(text, "made from the alerts", alerts()), "made from thresholds", thresholds());
        Golden.check(PAGE, expected);
    }

    private static Alert alert(AlertRule rule) {
        return Arrays.stream(Alert.values())
                .filter(alert -> alert.id().equals(rule.alert()))
                .findFirst()
                .orElseThrow();
    }

    private static String with(String page, String mark, String table) {
        String begin = "<!-- %s -->\n".formatted(mark);
        String end = "<!-- %s: end -->".formatted(mark);
        assertThat(page).containsOnlyOnce(begin).containsOnlyOnce(end);
        return page.substring(0, page.indexOf(begin) + begin.length()) + table + page.substring(page.indexOf(end));
    }

    private static String alerts() {
        return """
                | alert | about | fires when | after | without the reconciler |
                |---|---|---|---|---|
                """ + Arrays.stream(Alert.values()).map(AlertPagesTest::row).collect(Collectors.joining());
    }

    private static String row(Alert alert) {
        String pending = SHOP.rules().stream()
                .filter(rule -> rule.alert().equals(alert.id()))
                .map(AlertRule::pending)
                .findFirst()
                .orElseThrow();
        String after = switch (alert) {
            case NEVER_SUCCEEDED -> "all three times";
            case RESTORE_POINTS_LOW -> "run and grace";
            default -> pending;
        };
        return "| [%s](runbooks/%s.md) | %s | %s | %s | %s |\n"
                .formatted(
                        alert.id(),
                        alert.id(),
                        alert.of() == Alert.Of.TIER ? "tier" : "policy",
                        alert.meaning(),
                        after,
                        alert.worksWithoutReconciler() ? "yes" : "–");
    }

    private static String thresholds() {
        return """
                | a tier | run to run + to run + grace | too old after |
                |---|---|---|
                """
                + ThresholdTest.cases()
                        .map(one -> "| %s: `%s` | %s | %s |\n"
                                .formatted(
                                        one.what(),
                                        String.join("`, `", List.copyOf(one.lines())),
                                        one.sum(),
                                        one.total()))
                        .collect(Collectors.joining());
    }
}
