package dev.ballast.alerttest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ballast.alerts.AlertGroup;
import dev.ballast.alerts.AlertRule;
import dev.ballast.alerts.AlertRules;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.plan.EnvironmentPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that is broken on purpose is found by the tests that are written beside it. */
class MutationTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern RESULT = Pattern.compile("Unit Testing: +\\S*/(\\d+)[a-z.]*\\s+(SUCCESS|FAILED)");

    /** What is replaced, each place by itself, and by what. */
    private static final Map<String, String> REPLACED = Map.ofEntries(
            Map.entry(" > ", " < "),
            Map.entry(" < ", " > "),
            Map.entry("== 0", "== 1"),
            Map.entry("== 1", "== 0"),
            Map.entry("!= 0", "== 0"),
            Map.entry("> 0", ">= 0"),
            Map.entry("unless", "and"),
            Map.entry("\n  or\n", "\n  and\n"),
            Map.entry("\nor\n", "\nand\n"),
            Map.entry("tier=\"daily\"", "tier=\"weekly\""),
            Map.entry("schedule=\"shop-daily\"", "schedule!=\"\""),
            Map.entry("kind=\"", "kind=\"un"),
            Map.entry("1.2 *", "1.1 *"),
            Map.entry(" + 1\n", " + 2\n"),
            Map.entry("velero_backup_last_successful_timestamp", "velero_backup_last_status"),
            Map.entry("velero_backup_attempt_total", "velero_backup_success_total"),
            Map.entry("Failed|PartiallyFailed|FailedValidation", "Failed|FailedValidation"),
            Map.entry("ballast_restore_points_promised", "ballast_restore_points"),
            Map.entry("ballast_tier_since_timestamp_seconds", "ballast_schedule_created_timestamp_seconds"));

    @TempDir
    private Path folder = Path.of("");

    /**
     * A broken rule.
     *
     * @param what was done to it
     */
    private record Mutant(String what, AlertRule rule) {}

    @BeforeAll
    static void promtool() {
        Promtool.isThere();
    }

    @Test
    void everyBrokenRuleIsFound() throws IOException {
        EnvironmentPlan shop = Alerting.shop("keep: {daily: 7}", "budget: {monthly: 20 USD}");
        AlertGroup group = AlertRules.of(shop, shop.policies().get(0)).orElseThrow();
        SortedMap<String, String> tests = AlertTests.files(shop);
        List<Mutant> mutants = mutants(group);
        var files = new TreeMap<String, String>();
        for (int i = 0; i < mutants.size(); i++) {
            write(files, i, mutants.get(i).rule(), tests);
        }
        List<Path> written = Promtool.write(folder, files).stream()
                .filter(file -> file.toString().endsWith(".test.yaml"))
                .toList();

        Promtool.Ran ran = Promtool.test(written);

        var failed = new TreeSet<Integer>();
        Matcher result = RESULT.matcher(ran.output());
        int results = 0;
        while (result.find()) {
            results++;
            if (result.group(2).equals("FAILED")) {
                failed.add(Integer.valueOf(result.group(1)));
            }
        }
        assertThat(results).as(ran.output()).isEqualTo(written.size());
        var survivors = new ArrayList<String>();
        for (int i = 0; i < mutants.size(); i++) {
            if (!failed.contains(i)) {
                survivors.add(
                        mutants.get(i).what() + "\n" + mutants.get(i).rule().expr());
            }
        }
        assertThat(mutants).hasSizeGreaterThan(60);
        assertThat(survivors).isEmpty();
    }

    private static List<Mutant> mutants(AlertGroup group) {
        var mutants = new ArrayList<Mutant>();
        for (AlertRule rule : group.rules()) {
            REPLACED.forEach((from, to) -> replaceEach(rule, from, to, mutants));
            mutants.add(new Mutant(
                    rule.alert() + ": fires at once",
                    new AlertRule(rule.alert(), rule.expr(), "0s", rule.labels(), rule.annotations())));
            mutants.add(new Mutant(
                    rule.alert() + ": waits longer",
                    new AlertRule(rule.alert(), rule.expr(), "8d", rule.labels(), rule.annotations())));
        }
        return mutants;
    }

    private static void replaceEach(AlertRule rule, String from, String to, List<Mutant> mutants) {
        String expr = rule.expr();
        for (int at = expr.indexOf(from); at >= 0; at = expr.indexOf(from, at + 1)) {
            String broken = expr.substring(0, at) + to + expr.substring(at + from.length());
            mutants.add(new Mutant("%s: `%s` is `%s` at %d".formatted(rule.alert(), from, to, at), rule.with(broken)));
        }
    }

    /** The rule alone, with those stories that say something of it. */
    private static void write(Map<String, String> files, int number, AlertRule rule, SortedMap<String, String> tests)
            throws IOException {
        String rules = number + ".rules.yaml";
        files.put(rules, YamlWriter.document(new AlertGroup("broken", List.of(rule)).file()));
        for (var test : tests.entrySet()) {
            if (test.getKey().endsWith(".test.yaml")) {
                ObjectNode all = (ObjectNode) YAML.readTree(test.getValue());
                ArrayNode stories = about(rule.alert(), all.path("tests"));
                if (!stories.isEmpty()) {
                    all.putArray("rule_files").add(rules);
                    all.set("tests", stories);
                    files.put(number + test.getKey().replace("tests/shop", ""), YamlWriter.document(all));
                }
            }
        }
    }

    private static ArrayNode about(String alert, JsonNode stories) {
        ArrayNode about = YAML.createArrayNode();
        for (JsonNode story : stories) {
            ArrayNode checks = YAML.createArrayNode();
            story.path("alert_rule_test").forEach(check -> {
                if (check.path("alertname").asText().equals(alert)) {
                    checks.add(check);
                }
            });
            if (!checks.isEmpty()) {
                about.add(((ObjectNode) story.deepCopy()).set("alert_rule_test", checks));
            }
        }
        return about;
    }
}
