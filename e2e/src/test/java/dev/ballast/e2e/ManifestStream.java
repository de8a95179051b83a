package dev.ballast.e2e;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.compile.Checker;
import dev.ballast.manifest.Emitter;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Manifests as one text, and the Velero they are meant for.
 *
 * @param name shown in reports
 * @param velero version, for example {@code 1.18.3}
 * @param documents YAML, several documents
 */
record ManifestStream(String name, String velero, String documents) {
    /** What an environment that names no Velero is taken to have. */
    private static final String NEWEST = "1.18.3";

    private static final Path WRITTEN = Path.of("src/test/resources/velero");

    /** Every file of {@code src/test/resources/velero/FOLDER}, for each of the versions. */
    static Stream<ManifestStream> written(String folder, String... versions) {
        List<Path> files = TestFiles.under(WRITTEN.resolve(folder));
        return Stream.of(versions)
                .flatMap(version -> files.stream()
                        .map(file -> new ManifestStream(file.getFileName().toString(), version, TestFiles.text(file))));
    }

    /**
     * Every case in a folder of the compiler's golden cases: what is in its {@code out}, for the Velero that the Environment in its
     * {@code in} names. Kustomize patches are no whole objects and are left out.
     */
    static Stream<ManifestStream> compiled(Path goldens) {
        return TestFiles.foldersIn(goldens).stream().map(golden -> {
            Path out = golden.resolve("out");
            String documents = TestFiles.under(out).stream()
                    .filter(file -> !out.relativize(file).startsWith("patches"))
                    .map(file -> "---\n" + TestFiles.text(file))
                    .collect(joining("\n"));
            return new ManifestStream(golden.getFileName().toString(), version(golden.resolve("in")), documents);
        });
    }

    /** What a folder of policies comes to, for each of its environments and the Velero that it names; patches left out. */
    static Stream<ManifestStream> examples(Path policies) {
        var documents = TestFiles.under(policies).stream()
                .map(file -> SourceReader.read(file.toString(), TestFiles.text(file), Limits.DEFAULT))
                .flatMap(read -> read.value().orElseThrow().documents().stream())
                .filter(Checker::isOurs)
                .toList();
        return Checker.of(documents).check(environment -> true, Map.of(), Instant.EPOCH).fleet().environments().stream()
                .map(plan -> new ManifestStream(
                        "examples in " + plan.environment().name(),
                        plan.velero().last().toString(),
                        YamlWriter.stream(Emitter.emit(plan))));
    }

    private static String version(Path policies) {
        Set<String> named = TestFiles.under(policies).stream()
                .flatMap(file -> TestFiles.trees(TestFiles.text(file)).stream())
                .filter(tree -> tree.path("kind").asText().equals("Environment"))
                .map(tree -> tree.at("/spec/velero/version").asText(NEWEST))
                .collect(toCollection(TreeSet::new));
        if (named.size() > 1) {
            throw new IllegalStateException(policies + " names several versions of Velero: " + named);
        }
        return named.isEmpty() ? NEWEST : named.iterator().next();
    }

    /** Its objects, as trees. */
    List<JsonNode> objects() {
        return TestFiles.trees(documents);
    }

    /** The namespaces that its objects are in. */
    Set<String> namespaces() {
        return objects().stream()
                .map(object -> object.at("/metadata/namespace").asText())
                .collect(toCollection(TreeSet::new));
    }

    /** What the comment {@code # KEY: VALUE} in the first line says. */
    String expected(String key) {
        String line = documents.lines().findFirst().orElse("");
        String start = "# " + key + ": ";
        if (!line.startsWith(start)) {
            throw new IllegalStateException(name + " must begin with `" + start + "`");
        }
        return line.substring(start.length());
    }

    @Override
    public String toString() {
        return name + " for Velero " + velero;
    }
}
