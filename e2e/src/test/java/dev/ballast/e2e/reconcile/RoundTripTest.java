package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.cluster.CustomResources;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes into a cluster as YAML comes out as the same document: no default adds anything, and no pruning takes anything away. */
@NeedsCluster(crdsFromGo = true)
class RoundTripTest {
    private static final Path CASES = Path.of("../compiler/src/test/resources/golden/compile");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyGoldenPolicyComesOutAsItWentIn(Clusters clusters) throws Exception {
        var texts = new ArrayList<String>();
        var before = new ArrayList<JsonNode>();
        for (Path folder : cases()) {
            String text = Files.readString(folder.resolve("in/policies.yaml"));
            texts.add(text);
            SourceReader.read(folder.toString(), text, Limits.DEFAULT)
                    .value()
                    .orElseThrow()
                    .documents()
                    .forEach(document -> before.add(written(document.root())));
        }

        String applied = clusters.withVeleroAndBallast()
                .kubectl(
                        String.join("\n---\n", texts),
                        "create",
                        "--dry-run=server",
                        "--validate=strict",
                        "-o",
                        "json",
                        "-f",
                        "-")
                .orThrow("creating")
                .stdout();

        assertThat(stream(applied)).hasSameSizeAs(before).containsExactlyElementsOf(before);
    }

    private static List<Path> cases() throws Exception {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList();
        }
    }

    /** The objects that kubectl printed one after the other, or as a list. */
    private static List<JsonNode> stream(String json) throws Exception {
        var objects = new ArrayList<JsonNode>();
        for (JsonNode tree :
                JSON.readerFor(JsonNode.class).<JsonNode>readValues(json).readAll()) {
            if (tree.has("items")) {
                tree.path("items").forEach(object -> objects.add(written(object)));
            } else {
                objects.add(written(tree));
            }
        }
        return objects;
    }

    /** As it is compiled; a tree of YAML is read as JSON first, so that numbers are of the same kinds. */
    private static JsonNode written(JsonNode object) {
        Document document = CustomResources.document(object);
        try {
            return JSON.readValue(document.root().toString(), ObjectNode.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
