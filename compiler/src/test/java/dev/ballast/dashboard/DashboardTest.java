package dev.ballast.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.alerts.AlertGroup;
import dev.ballast.alerts.AlertRule;
import dev.ballast.alerttest.Promtool;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.series.Metric;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardTest {
    private static final Path SHIPPED = Path.of("../helm/ballast/dashboards/ballast.json");
    private static final int COLUMNS = 24;
    private static final Pattern ASKED = Pattern.compile("label_values\\((\\w+)(?:\\{.*\\})?, (\\w+)\\)");
    private static final Dashboard DASHBOARD = Dashboard.ofPolicies();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theChartShipsIt() throws IOException {
        Golden.check(SHIPPED, DASHBOARD.json());
    }

    @Test
    void panelsHaveNumbersOfTheirOwnAndDoNotOverlap() {
        List<Panel> panels = DASHBOARD.panels();
        assertThat(panels).extracting(Panel::id).doesNotHaveDuplicates();
        var taken = new TreeSet<String>();
        for (Panel panel : panels) {
            Panel.GridPos place = panel.gridPos();
            assertThat(place.x() + place.w()).isLessThanOrEqualTo(COLUMNS);
            for (int x = place.x(); x < place.x() + place.w(); x++) {
                for (int y = place.y(); y < place.y() + place.h(); y++) {
                    assertThat(taken.add(x + " " + y))
                            .as("%s lies on another panel at %d, %d", panel.title(), x, y)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void eachPolicyHasARow() {
        assertThat(DASHBOARD.panels().stream().filter(panel -> panel.repeat() != null))
                .singleElement()
                .satisfies(row -> assertThat(row.repeat()).isEqualTo("policy"));
        assertThat(DASHBOARD.templating().list())
                .extracting(Variable::name)
                .containsExactly("datasource", "environment", "cluster", "policy");
    }

    @Test
    void variablesAskForLabelsThatTheirMetricHas() {
        List<Variable> asking = DASHBOARD.templating().list().stream()
                .filter(variable -> variable.type().equals("query"))
                .toList();
        assertThat(asking).hasSize(3).allSatisfy(variable -> {
            Matcher asked = ASKED.matcher(variable.query());
            assertThat(asked.matches()).as(variable.query()).isTrue();
            Metric metric = Arrays.stream(Metric.values())
                    .filter(one -> one.id().equals(asked.group(1)))
                    .findFirst()
                    .orElseThrow();
            assertThat(metric.labels()).contains(asked.group(2));
        });
    }

    /** Every query has an answer where every series is there, and none where they have other names. */
    @Test
    void prometheusAnswersEachQueryFromTheSeriesThatBallastHas() throws IOException {
        Promtool.isThere();
        List<AlertRule> unanswered =
                queries().map(DashboardTest::unanswered).distinct().toList();
        assertThat(unanswered).hasSizeGreaterThan(15);
        Path rules = Files.writeString(
                folder.resolve("rules.yaml"), YamlWriter.document(new AlertGroup("queries", unanswered).file()));
        Promtool.Ran parsed = Promtool.check(List.of(rules));
        assertThat(parsed.exit()).as(parsed.output()).isZero();

        Promtool.Ran answered = Promtool.test(List.of(test("answered.yaml", "ballast_", unanswered)));
        assertThat(answered.exit()).as(answered.output()).isZero();
        Promtool.Ran renamed = Promtool.test(List.of(test("renamed.yaml", "renamed_", unanswered)));
        assertThat(renamed.exit()).isNotZero();
        assertThat(unanswered)
                .allSatisfy(rule -> assertThat(renamed.output()).contains("alertname: " + rule.alert() + ","));
    }

    private static Stream<Panel.Query> queries() {
        return DASHBOARD.panels().stream()
                .flatMap(panel -> Stream.ofNullable(panel.targets()).flatMap(List::stream));
    }

    private static AlertRule unanswered(Panel.Query query) {
        String expr = query.expr()
                .replace("$environment", "prod|dev")
                .replace("$cluster", ".*")
                .replace("$policy", "shop");
        String name = "Q%x".formatted(query.expr().hashCode());
        return new AlertRule(name, "absent(" + expr + ")", "0s", new TreeMap<>(), new TreeMap<>());
    }

    private Path test(String name, String prefix, List<AlertRule> rules) throws IOException {
        List<Map<String, Object>> series = Arrays.stream(Metric.values())
                .map(metric -> Map.<String, Object>of(
                        "series", metric.id().replaceFirst("^ballast_", prefix) + labels(metric), "values", "60+0x10"))
                .toList();
        var checks = new ArrayList<Map<String, Object>>();
        rules.forEach(rule -> checks.add(Map.of("eval_time", "10m", "alertname", rule.alert())));
        Map<String, Object> story = Map.of("interval", "1m", "input_series", series, "alert_rule_test", checks);
        return Files.writeString(
                folder.resolve(name),
                YamlWriter.document(Map.of(
                        "rule_files", List.of("rules.yaml"), "evaluation_interval", "1m", "tests", List.of(story))));
    }

    private static String labels(Metric metric) {
        Map<String, String> values = Map.of("environment", "prod", "policy", "shop", "currency", "USD");
        return metric.labels().stream()
                .map(label -> "%s=\"%s\"".formatted(label, values.getOrDefault(label, "some")))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
