package dev.ballast.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.TestCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A real API server takes every object of the chart by server-side apply, with strict field validation and without a warning. */
@NeedsCluster(crdsFromGo = true)
class ChartObjectsTest {
    static Stream<Path> matrix() throws IOException {
        return Chart.matrix();
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void takesEveryObject(Path values, Clusters clusters) throws Exception {
        TestCluster cluster = Chart.cluster(clusters);
        cluster.namespace("backup");
        // A Pod that is not restricted would be told in a warning.
        cluster.kubectl(
                        "",
                        "label",
                        "--overwrite",
                        "namespace",
                        Chart.NAMESPACE,
                        "pod-security.kubernetes.io/warn=restricted")
                .orThrow("labelling");
        String objects = Chart.template(clusters.helm(), "--values", values.toString())
                .orThrow("helm template")
                .stdout();

        Finished applied = cluster.applyStrictly(objects);

        assertThat(applied.stderr()).isEmpty();
        assertThat(applied.exit()).isZero();
        assertThat(applied.stdout().lines())
                .hasSize(Yaml.objects(objects).size())
                .allMatch(line -> line.endsWith("(server dry run)"));
    }
}
