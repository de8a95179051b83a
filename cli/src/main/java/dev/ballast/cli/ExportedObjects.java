package dev.ballast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.Observed;
import dev.ballast.observed.ObservedReader;
import dev.ballast.schema.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects in files, as {@code kubectl get … -o json} prints them: lists, single objects, or several after each other. */
final class ExportedObjects implements ClusterSource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> objects;

    private ExportedObjects(List<JsonNode> objects) {
        this.objects = objects;
    }

    /** All JSON files in a folder and below, or one file. */
    static ExportedObjects read(Path place) {
        if (!Files.exists(place)) {
            throw new CannotRun("`%s` does not exist".formatted(place));
        }
        FileFinder.Found found = FileFinder.find(List.of(place));
        found.findings().stream().findFirst().ifPresent(finding -> {
            throw new CannotRun("`%s` cannot be read: %s".formatted(place, finding.message()));
        });
        var objects = new ArrayList<JsonNode>();
        for (Path file : found.files()) {
            if (file.toString().endsWith(".json")) {
                read(file, objects);
            }
        }
        if (objects.isEmpty()) {
            throw new CannotRun("`%s` holds no objects; export them with `kubectl get … -o json --show-managed-fields`"
                    .formatted(place));
        }
        return new ExportedObjects(List.copyOf(objects));
    }

    private static void read(Path file, List<JsonNode> objects) {
        try (MappingIterator<JsonNode> roots = JSON.readerFor(JsonNode.class).readValues(Files.readAllBytes(file))) {
            while (roots.hasNextValue()) {
                collect(roots.nextValue(), objects);
            }
        } catch (IOException e) {
            throw new CannotRun("`%s` cannot be read: %s".formatted(file, Reasons.of(e)), e);
        }
    }

    private static void collect(JsonNode root, List<JsonNode> objects) {
        if (root.path("items").isArray()) {
            root.path("items").forEach(item -> collect(item, objects));
        } else if (root.path("kind").isTextual()) {
            objects.add(root);
        }
    }

    @Override
    public Observed observe(String namespace, Instant at) {
        List<JsonNode> there = objects.stream()
                .filter(object ->
                        isIn(object, namespace) || object.path("kind").asText().equals("Namespace"))
                .toList();
        return ObservedReader.read(there, at);
    }

    @Override
    public List<JsonNode> language(String namespace) {
        return objects.stream()
                .filter(object -> object.path("apiVersion").asText().equals(Kind.API_VERSION))
                .filter(object -> isIn(object, namespace))
                .toList();
    }

    private static boolean isIn(JsonNode object, String namespace) {
        return object.path("metadata").path("namespace").asText().equals(namespace);
    }

    @Override
    public Optional<LiveObject> live(JsonNode manifest) {
        String id = new LiveObject(manifest).id();
        return objects.stream()
                .map(LiveObject::new)
                .filter(object -> object.id().equals(id))
                .findFirst();
    }

    @Override
    public Map<String, Map<String, String>> namespaces() {
        return observe("", Instant.EPOCH).namespaces();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
