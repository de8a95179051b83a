package dev.ballast.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.manifest.YamlWriter;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alerts about Ballast itself, judged and played by promtool. */
@NeedsCluster(crdsFromGo = true)
class ChartRulesTest {
    private static final Path EVERYTHING = Chart.FOLDER.resolve("ci/everything-values.yaml");

    private static final Pattern SERIES = Pattern.compile("ballast_\\w+");

    @TempDir
    Path folder;

    @Test
    void prometheusTakesThem(Clusters clusters) throws Exception {
        Finished checked = Promtool.run(rules(clusters), "check", "rules", "--lint=all", "--lint-fatal", "rules.yaml");

        assertThat(checked.exit()).as("%s", checked.stdout()).isZero();
        assertThat(checked.stdout()).contains("SUCCESS: 4 rules found");
    }

    @Test
    void theyFireWhenTheyShouldAndNotBefore(Clusters clusters) throws Exception {
        rules(clusters);
        try (InputStream cases = ChartRulesTest.class.getResourceAsStream("alerts-test.yaml")) {
            Files.copy(Objects.requireNonNull(cases), folder.resolve("alerts-test.yaml"));
        }

        Finished tested = Promtool.run(folder, "test", "rules", "alerts-test.yaml");

        assertThat(tested.exit()).as("%s", tested.stdout()).isZero();
        assertThat(tested.stdout()).contains("SUCCESS");
    }

    @Test
    void theyAskForSeriesThatBallastHas(Clusters clusters) throws Exception {
        String metrics = Files.readString(Path.of("../docs/metrics.md"));

        for (JsonNode alert : alerts(clusters)) {
            Matcher series = SERIES.matcher(alert.path("expr").asText());
            assertThat(series.find()).isTrue();
            assertThat(metrics).contains("| `" + series.group() + "` |");
        }
    }

    @Test
    void eachHasAPageThatSaysWhatToDo(Clusters clusters) throws Exception {
        for (JsonNode alert : alerts(clusters)) {
            String url = alert.at("/annotations/runbook_url").asText();
            String page = url.substring(url.indexOf("docs/"));

            assertThat(Path.of("..").resolve(page))
                    .content()
                    .startsWith("# " + alert.path("alert").asText() + "\n")
                    .contains("\n## Check\n", "\n## Fix\n");
        }
    }

    @Test
    void oneThatIsLeftOutIsNotThere(Clusters clusters) throws Exception {
        List<JsonNode> objects = Chart.objects(
                clusters.helm(),
                "--values",
                EVERYTHING.toString(),
                "--set",
                "metrics.rules.without={BallastDown,BallastPriceDataOld}");

        assertThat(Chart.first(objects, "PrometheusRule").at("/spec/groups/0/rules"))
                .extracting(rule -> rule.path("alert").asText())
                .containsExactly("BallastReconcileErrors", "BallastDriftPersists");
    }

    private Path rules(Clusters clusters) throws Exception {
        JsonNode rule =
                Chart.first(Chart.objects(clusters.helm(), "--values", EVERYTHING.toString()), "PrometheusRule");
        Files.writeString(folder.resolve("rules.yaml"), YamlWriter.document(rule.path("spec")));
        return folder;
    }

    private static JsonNode alerts(Clusters clusters) throws Exception {
        JsonNode rules = Chart.first(
                        Chart.objects(clusters.helm(), "--values", EVERYTHING.toString()), "PrometheusRule")
                .at("/spec/groups/0/rules");
        assertThat(rules).hasSize(4);
        return rules;
    }
}
