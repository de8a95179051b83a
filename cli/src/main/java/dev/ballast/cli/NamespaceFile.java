package dev.ballast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The namespaces of a cluster, from what kubectl prints. */
final class NamespaceFile {
    private NamespaceFile() {}

    /**
     * Labels by namespace.
     *
     * @throws CannotRun when the file cannot be read or holds no namespaces
     */
    static Map<String, Map<String, String>> read(Path file) {
        try {
            Outcome<SourceFile> read = SourceReader.read(file.toString(), Files.readAllBytes(file), Limits.DEFAULT);
            var namespaces = new TreeMap<String, Map<String, String>>();
            read.value()
                    .ifPresent(source ->
                            source.documents().stream().map(Document::root).forEach(root -> collect(root, namespaces)));
            if (namespaces.isEmpty()) {
                throw new CannotRun(
                        "`%s` holds no namespaces; make it with `kubectl get namespaces -o yaml`".formatted(file));
            }
            return namespaces;
        } catch (IOException e) {
            throw new CannotRun("`%s` cannot be read: %s".formatted(file, Reasons.of(e)), e);
        }
    }

    private static void collect(JsonNode root, Map<String, Map<String, String>> namespaces) {
        if (root.path("kind").asText().equals("Namespace")) {
            var labels = new TreeMap<String, String>();
            root.path("metadata")
                    .path("labels")
                    .properties()
                    .forEach(e -> labels.put(e.getKey(), e.getValue().asText()));
            namespaces.put(root.path("metadata").path("name").asText(), labels);
        } else {
            root.path("items").forEach(item -> collect(item, namespaces));
        }
    }
}
