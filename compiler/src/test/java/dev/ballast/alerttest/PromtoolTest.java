package dev.ballast.alerttest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.plan.EnvironmentPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real promtool takes the rules of every policy, and the tests that are written beside them pass. */
@Execution(ExecutionMode.CONCURRENT)
class PromtoolTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void promtool() {
        Promtool.isThere();
    }

    static Stream<String> examples() {
        return Alerting.examples().stream().map(EnvironmentPlan::name);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void passesForEveryEnvironmentOfTheExamples(String environment) throws IOException {
        passes(Alerting.examples().stream()
                .filter(plan -> plan.name().equals(environment))
                .findFirst()
                .orElseThrow());
    }

    /** Rhythms that the examples lack, a policy of which nothing runs, and names that mean something in regular expressions. */
    static Stream<List<String>> shops() {
        return Stream.of(
                List.of("keep: {hourly: 24}", "schedule: {hourly: 'every 6h'}", "alerts: {severity: info, grace: 90s}"),
                List.of("keep: {daily: 7}", "schedule: {daily: '*/10 * * * *'}", "alerts: {grace: 1m}"),
                List.of("keep: {weekly: 4}", "suspend: true", "budget: {monthly: 5 USD}"),
                List.of("keep: {daily: 7}", "names: {daily: shop.nightly}", "suspend: false"));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void passesFor(List<String> lines) throws IOException {
        passes(Alerting.shop(lines.toArray(String[]::new)));
    }

    private void passes(EnvironmentPlan environment) throws IOException {
        SortedMap<String, String> files = AlertTests.files(environment);
        List<Path> written = Promtool.write(folder, files);

        Promtool.Ran checked = Promtool.check(ending(written, ".rules.yaml"));
        assertThat(checked.exit()).as(checked.output()).isZero();

        List<Path> tests = ending(written, ".test.yaml");
        assertThat(tests).hasSizeGreaterThanOrEqualTo(environment.policies().size());
        Promtool.Ran tested = Promtool.test(tests);
        assertThat(tested.exit()).as(tested.output()).isZero();
        assertThat(tested.output().split("SUCCESS", -1)).hasSize(tests.size() + 1);
    }

    private static List<Path> ending(List<Path> files, String end) {
        return files.stream().filter(file -> file.toString().endsWith(end)).toList();
    }

    @Test
    void theSamePolicyGivesTheSameBytes() {
        Map<String, String> once = AlertTests.files(Alerting.shop("keep: {daily: 7, weekly: 4}"));
        assertThat(AlertTests.files(Alerting.shop("keep: {daily: 7, weekly: 4}")))
                .isEqualTo(once);
        assertThat(once.keySet())
                .containsExactly("tests/shop.hours.test.yaml", "tests/shop.rules.yaml", "tests/shop.test.yaml");
    }
}
