package dev.ballast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.TestCluster;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Velero's own CRDs, with strict field validation, take what Ballast writes for that version and nothing else. */
@NeedsCluster(crdsFromGo = true)
class VeleroManifestsTest {
    private static final Path COMPILED = Path.of("../compiler/src/test/resources/golden/compile");
    private static final Path EXAMPLES = Path.of("../examples/policies");

    static Stream<ManifestStream> accepted() {
        return Stream.of(
                        ManifestStream.written("every-version", "1.14.0", "1.16.2", "1.18.3"),
                        ManifestStream.written("since-1.18", "1.18.3"),
                        ManifestStream.compiled(COMPILED),
                        ManifestStream.examples(EXAMPLES))
                .flatMap(streams -> streams);
    }

    static Stream<ManifestStream> tooNew() {
        return ManifestStream.written("since-1.18", "1.14.0", "1.16.2");
    }

    static Stream<ManifestStream> refused() {
        return ManifestStream.written("never", "1.14.0", "1.16.2", "1.18.3");
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void takesWhatItsVersionKnows(ManifestStream manifests, Clusters clusters) throws Exception {
        TestCluster cluster = clusters.withVelero(manifests.velero());
        for (String namespace : manifests.namespaces()) {
            cluster.namespace(namespace);
        }

        Finished applied = cluster.applyStrictly(manifests.documents());

        assertThat(applied.stderr()).isEmpty();
        assertThat(applied.exit()).isZero();
        assertThat(applied.stdout().lines())
                .hasSize(manifests.objects().size())
                .allMatch(line -> line.endsWith("(server dry run)"));
    }

    @ParameterizedTest
    @MethodSource("tooNew")
    void refusesWhatALaterVersionBrought(ManifestStream manifests, Clusters clusters) throws Exception {
        Finished applied = clusters.withVelero(manifests.velero()).applyStrictly(manifests.documents());

        assertThat(applied.exit()).isEqualTo(1);
        assertThat(applied.stderr()).contains(manifests.expected("refused before") + ": field not declared in schema");
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatNoVersionKnows(ManifestStream manifests, Clusters clusters) throws Exception {
        Finished applied = clusters.withVelero(manifests.velero()).applyStrictly(manifests.documents());

        assertThat(applied.exit()).isEqualTo(1);
        assertThat(applied.stderr()).contains(manifests.expected("refused"));
    }
}
