package dev.ballast.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * An image as {@code docker save} would write it.
 *
 * @param config what it says of itself
 * @param layers from the base upwards
 */
record Image(JsonNode config, List<List<Tar.Entry>> layers) {
    /** Jib writes these for entry points of its own; nothing reads them. */
    private static final Set<String> OF_JIB = Set.of("app/jib-classpath-file", "app/jib-main-class-file");

    static Image read(Path tar) throws IOException {
        Map<String, byte[]> members = new HashMap<>();
        try (InputStream in = Files.newInputStream(tar)) {
            Tar.read(in).forEach(entry -> members.put(entry.name(), entry.content()));
        }
        var json = new ObjectMapper();
        JsonNode manifest = json.readTree(members.get("manifest.json")).path(0);
        var layers = new ArrayList<List<Tar.Entry>>();
        for (JsonNode layer : manifest.path("Layers")) {
            byte[] packed = members.get(layer.asText());
            layers.add(Tar.read(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes()));
        }
        return new Image(json.readTree(members.get(manifest.path("Config").asText())), layers);
    }

    /** An image before it was read. */
    static Image none() {
        return new Image(NullNode.instance, List.of());
    }

    /** Files by name, in the layers that hold anything of the distribution. */
    List<Map<String, byte[]>> files() {
        var files = new ArrayList<Map<String, byte[]>>();
        for (List<Tar.Entry> layer : layers) {
            var of = new TreeMap<String, byte[]>();
            layer.stream()
                    .filter(entry -> entry.isFile() && !OF_JIB.contains(entry.name()))
                    .forEach(entry -> of.put(entry.name(), entry.content()));
            if (!of.isEmpty()) {
                files.add(of);
            }
        }
        return files;
    }

    /** What an engine would do to start it. */
    void unpack(Path root) throws IOException {
        for (List<Tar.Entry> layer : layers) {
            for (Tar.Entry entry : layer) {
                Path target = root.resolve(entry.name());
                if (entry.isFile()) {
                    Files.createDirectories(target.resolveSibling("."));
                    Files.write(target, entry.content());
                    Files.setLastModifiedTime(target, FileTime.from(entry.modified()));
                }
            }
        }
    }

    JsonNode started() {
        return config.path("config");
    }

    List<String> words(String field) {
        var words = new ArrayList<String>();
        started().path(field).forEach(word -> words.add(word.asText()));
        return words;
    }
}
