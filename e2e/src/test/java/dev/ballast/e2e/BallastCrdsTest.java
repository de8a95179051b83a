package dev.ballast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.schema.Kind;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ballast's own kinds live in a real API server. */
@NeedsCluster
class BallastCrdsTest {
    @Test
    void areEstablishedAndStructural(Clusters clusters) throws Exception {
        TestCluster cluster = BallastCrds.in(clusters);

        Map<String, String> conditions = new TreeMap<>();
        for (JsonNode definition : cluster.definitions()) {
            String kind = definition.at("/spec/names/kind").asText();
            for (JsonNode condition : definition.at("/status/conditions")) {
                conditions.put(
                        kind + " " + condition.path("type").asText(),
                        condition.path("status").asText());
            }
        }

        Map<String, String> expected = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            expected.put(kind.word() + " Established", "True");
            expected.put(kind.word() + " NamesAccepted", "True");
        }
        // A schema that is not structural has a condition NonStructuralSchema, one that breaks the rules of its API
        // group another.
        assertThat(conditions).isEqualTo(expected);
    }

    @Test
    void areServedUnderTheirShortNames(Clusters clusters) throws Exception {
        TestCluster cluster = BallastCrds.in(clusters);

        for (Kind kind : Kind.values()) {
            Finished listed = cluster.kubectl("", "get", kind.shortName(), "-n", "velero", "-o", "name");

            assertThat(listed.exit()).as("%s", listed.stderr()).isZero();
        }
    }

    @Test
    void showTheirColumns(Clusters clusters) throws Exception {
        TestCluster cluster = BallastCrds.in(clusters);

        assertThat(cluster.definitions())
                .allSatisfy(definition -> assertThat(Stream.of(definition.at("/spec/versions/0"))
                                .flatMap(version ->
                                        version.path("additionalPrinterColumns").findValuesAsText("name").stream()))
                        .isNotEmpty());
    }
}
