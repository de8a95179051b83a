package dev.ballast.e2e.flux;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flux takes our Kustomizations, and its health expressions say of the objects of the test data what they should. */
@NeedsCluster(crdsFromGo = true)
class FluxTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path DEPLOY = Path.of("..", "deploy").toAbsolutePath().normalize();
    private static final Path TEST_DATA = DEPLOY.resolve("argocd/resource_customizations");

    @ParameterizedTest
    @ValueSource(strings = {"rendered.yaml", "custom-resources.yaml"})
    void theApiServerTakesTheExamples(String file, Clusters clusters) throws Exception {
        TestCluster cluster = clusters.with("flux", clusters.fluxCrds());
        cluster.namespace("flux-system");

        cluster.applyStrictly(Files.readString(DEPLOY.resolve("flux").resolve(file)))
                .orThrow("applying " + file);
    }

    @ParameterizedTest
    @CsvSource({
        "velero.io/BackupStorageLocation, available, Current",
        "velero.io/BackupStorageLocation, read-only, Current",
        "velero.io/BackupStorageLocation, unavailable, Failed",
        "velero.io/Schedule, enabled, Current",
        "velero.io/Schedule, no-backup-yet, Current",
        "velero.io/Schedule, paused, Current",
        "velero.io/Schedule, new, InProgress",
        "velero.io/Schedule, invalid, Failed",
        "ballast.dev/BackupStore, available, Current",
        "ballast.dev/BackupStore, not-checked, Current",
        "ballast.dev/BackupStore, changed, InProgress",
        "ballast.dev/BackupStore, invalid, Failed",
        "ballast.dev/BackupStore, unavailable, Failed",
        "ballast.dev/BackupPolicy, healthy, Current",
        "ballast.dev/BackupPolicy, no-backup-yet, Current",
        "ballast.dev/BackupPolicy, changed, InProgress",
        "ballast.dev/BackupPolicy, prune-refused, InProgress",
        "ballast.dev/BackupPolicy, invalid, Failed",
        "ballast.dev/BackupPolicy, store-unavailable, Failed"
    })
    void healthIsAsArgoCdHasIt(String kind, String object, String state, Clusters clusters) throws Exception {
        JsonNode tree = YAML.readTree(
                Files.readString(TEST_DATA.resolve(kind).resolve("testdata").resolve(object + ".yaml")));

        assertThat(states(clusters, kind, tree)).containsExactly(state);
    }

    @Test
    void whatHasNoStatusYetIsWaitedFor(Clusters clusters) throws Exception {
        JsonNode schedule =
                YAML.readTree(Files.readString(TEST_DATA.resolve("velero.io/Schedule/testdata/without-status.yaml")));

        assertThat(states(clusters, "velero.io/Schedule", schedule))
                .singleElement()
                .asString()
                .startsWith("error: ");
    }

    private static List<String> states(Clusters clusters, String kind, JsonNode object)
            throws IOException, InterruptedException {
        ArrayNode objects = YAML.createArrayNode().add(object);
        String answer = clusters.fluxHealth(
                YAML.writeValueAsString(kustomization(kind)), new ObjectMapper().writeValueAsString(objects));
        List<String> states = new ArrayList<>();
        new ObjectMapper().readTree(answer).forEach(state -> states.add(state.asText()));
        return states;
    }

    /** The one that has expressions for a kind. */
    private static JsonNode kustomization(String kind) throws IOException {
        for (String file : List.of("rendered.yaml", "custom-resources.yaml")) {
            try (var documents = YAML.readerFor(JsonNode.class)
                    .<JsonNode>readValues(
                            Files.readString(DEPLOY.resolve("flux").resolve(file)))) {
                while (documents.hasNext()) {
                    JsonNode document = documents.next();
                    for (JsonNode check : document.at("/spec/healthCheckExprs")) {
                        if (kind.equals(check.path("apiVersion").asText().replaceFirst("/.*", "") + "/"
                                + check.path("kind").asText())) {
                            return document;
                        }
                    }
                }
            }
        }
        throw new IllegalArgumentException("nothing is said of " + kind);
    }
}
