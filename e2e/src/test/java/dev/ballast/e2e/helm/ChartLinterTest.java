package dev.ballast.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Helm;
import dev.ballast.e2e.cluster.NeedsCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** kube-linter's checks find nothing in what Helm writes; each finds what it is for in a manifest that has that fault and no other. */
@NeedsCluster(crdsFromGo = true)
class ChartLinterTest {
    private static final Path FAULTS = Path.of("src/test/resources/dev/ballast/e2e/helm/faults");

    static Stream<Check> checks() {
        return Stream.of(ContainerChecks.ALL, PodChecks.ALL, ObjectChecks.ALL).flatMap(List::stream);
    }

    @TestFactory
    Stream<DynamicContainer> findNothingInTheChart(Clusters clusters) throws Exception {
        Helm helm = clusters.helm();
        var found = new ArrayList<DynamicContainer>();
        for (Path values : Chart.matrix().toList()) {
            Linted objects = new Linted(Chart.objects(helm, "--values", values.toString()));
            found.add(DynamicContainer.dynamicContainer(
                    values.getFileName().toString(),
                    checks().map(check -> DynamicTest.dynamicTest(
                            check.id(),
                            () -> assertThat(check.findings().apply(objects)).isEmpty()))));
        }
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void findsWhatItIsFor(Check check) throws Exception {
        Linted sound = new Linted(Yaml.objects(Files.readString(FAULTS.resolve("none.yaml"))));
        Linted faulty = new Linted(Yaml.objects(Files.readString(FAULTS.resolve(check.id() + ".yaml"))));

        assertThat(check.findings().apply(sound)).isEmpty();
        assertThat(check.findings().apply(faulty)).isNotEmpty();
    }

    @Test
    void everyFaultIsOfACheck() throws IOException {
        try (Stream<Path> files = Files.list(FAULTS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("none.yaml")))
                    .containsExactlyInAnyOrderElementsOf(
                            checks().map(check -> check.id() + ".yaml").toList());
        }
    }
}
