package dev.ballast.e2e.helm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.Helm;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.schema.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The chart of this tree. */
final class Chart {
    static final Path FOLDER = Path.of("../helm/ballast");
    static final String NAMESPACE = "velero";

    private static final String RELEASE = "ballast";

    private Chart() {}

    /** Every file of values that the chart is tested with. */
    static Stream<Path> matrix() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("ci"))) {
            return files.sorted().toList().stream();
        }
    }

    /** A cluster with the kinds of Velero and of Prometheus' operator, and none of Ballast's. */
    static TestCluster cluster(Clusters clusters) throws IOException, InterruptedException {
        return clusters.with("helm", clusters.veleroCrds() + "\n" + clusters.monitoringCrds());
    }

    /** What {@code helm template} says, with options. */
    static Finished template(Helm helm, String... options) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("template", RELEASE, FOLDER.toString(), "--namespace", NAMESPACE));
        words.addAll(List.of(options));
        return helm.run(words.toArray(String[]::new));
    }

    /** Waits until the kinds of Ballast are served, which is a moment after they were applied. */
    static void awaitKinds(TestCluster cluster) throws IOException, InterruptedException {
        String kinds = Stream.of(Kind.values())
                .map(kind -> kind.plural() + "." + Kind.GROUP)
                .collect(Collectors.joining(","));
        Patience.until(
                "the kinds of Ballast",
                Duration.ofMinutes(2),
                () -> cluster.kubectl("", "get", kinds, "-n", NAMESPACE).exit() == 0,
                () -> cluster.kubectl("", "get", "crd").stdout());
    }

    /** An object as a cluster keeps it. */
    static JsonNode live(TestCluster cluster, String kind, String name) throws IOException, InterruptedException {
        return Yaml.object(cluster.kubectl("", "get", kind, name, "--namespace", NAMESPACE, "-o", "json")
                .orThrow("reading")
                .stdout());
    }

    /** Every object that {@code helm template} writes, with options. */
    static List<JsonNode> objects(Helm helm, String... options) throws IOException, InterruptedException {
        return Yaml.objects(template(helm, options).orThrow("helm template").stdout());
    }

    /** The first of these objects that is of a kind. */
    static JsonNode first(List<JsonNode> objects, String kind) {
        return all(objects, kind).findFirst().orElseThrow(() -> new IllegalStateException("there is no " + kind));
    }

    /** Those of these objects that are of a kind. */
    static Stream<JsonNode> all(List<JsonNode> objects, String kind) {
        return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
    }

    /** Kind and name. */
    static String inShort(JsonNode object) {
        return object.path("kind").asText() + " " + object.at("/metadata/name").asText();
    }
}
