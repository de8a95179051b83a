package dev.ballast.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ballast.cluster.CustomResources;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in files and what is in a cluster come to the same objects: every case of the compiler, as objects of an API server. */
class ParityTest {
    private static final Path CASES = Path.of("../compiler/src/test/resources/golden/compile");
    private static final Set<String> APPLIED =
            Set.of("Schedule", "ConfigMap", "BackupStorageLocation", "VolumeSnapshotLocation");
    private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Stream<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesToTheSameObjectsAsFiles(String name) throws IOException {
        Desired desired = desired(name);

        assertThat(desired.problem()).isNull();
        assertThat(desired.policies().values()).allMatch(Wanted::isValid);
        assertThat(bodies(desired)).isEqualTo(golden(CASES.resolve(name).resolve("out")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyObjectOfAPolicyIsOwnedByItAndNoOther(String name) throws IOException {
        Desired desired = desired(name);

        assertThat(desired.shared())
                .allMatch(
                        intent -> intent.body().at("/metadata/ownerReferences").isMissingNode());
        desired.policies()
                .values()
                .forEach(policy -> assertThat(policy.intents()).allSatisfy(intent -> {
                    JsonNode owners = intent.body().at("/metadata/ownerReferences");
                    assertThat(owners).hasSize(1);
                    assertThat(owners.path(0).path("uid").asText()).isEqualTo("uid-of-BackupPolicy/" + policy.policy());
                    assertThat(owners.path(0).path("controller").asBoolean()).isTrue();
                }));
    }

    private static Desired desired(String name) throws IOException {
        Map<String, JsonNode> objects = cluster(CASES.resolve(name).resolve("in"));
        String namespace = objects.values().stream()
                .map(object -> object.at("/spec/velero/namespace"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("velero");
        return Desired.of(objects, namespace, null, Map.of(), AT);
    }

    /** Documents as an API server hands them out, with all that it and its clients add. */
    private static Map<String, JsonNode> cluster(Path in) throws IOException {
        var objects = new TreeMap<String, JsonNode>();
        String text = Files.readString(in.resolve("policies.yaml"));
        for (var document : SourceReader.read("in", text, Limits.DEFAULT)
                .value()
                .orElseThrow()
                .documents()) {
            ObjectNode object = (ObjectNode) JSON.readTree(document.root().toString());
            ObjectNode metadata = (ObjectNode) object.path("metadata");
            String source = CustomResources.source(
                    object.path("kind").asText(), metadata.path("name").asText());
            metadata.put("namespace", "velero")
                    .put("uid", "uid-of-" + source)
                    .put("generation", 3)
                    .put("resourceVersion", "77")
                    .put("creationTimestamp", "2026-11-01T00:00:00Z");
            metadata.putArray("managedFields").addObject().put("manager", "kubectl-client-side-apply");
            metadata.withObjectProperty("annotations").put("kubectl.kubernetes.io/last-applied-configuration", "{}");
            object.putObject("status").put("observedGeneration", 2);
            objects.put(source, object);
        }
        return objects;
    }

    private static Map<String, JsonNode> bodies(Desired desired) throws IOException {
        var bodies = new TreeMap<String, JsonNode>();
        desired.shared().forEach(intent -> bodies.put(intent.id(), intent.body()));
        desired.policies()
                .values()
                .forEach(policy -> policy.intents().forEach(intent -> {
                    ObjectNode body = intent.body().deepCopy();
                    ((ObjectNode) body.path("metadata")).remove("ownerReferences");
                    bodies.put(intent.id(), body);
                }));
        for (var body : bodies.entrySet()) {
            body.setValue(JSON.readTree(body.getValue().toString()));
        }
        return bodies;
    }

    private static Map<String, JsonNode> golden(Path out) throws IOException {
        var objects = new TreeMap<String, JsonNode>();
        for (Path file : files(out)) {
            JsonNode object =
                    JSON.readTree(YAML.readTree(Files.readString(file)).toString());
            String kind = object.path("kind").asText();
            if (APPLIED.contains(kind)) {
                objects.put(kind + "/" + object.at("/metadata/name").asText(), object);
            }
        }
        return objects;
    }

    /** Patches of workloads are not applied by the loop. */
    private static Iterable<Path> files(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
