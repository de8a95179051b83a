package dev.ballast.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that tests are made of, in a stable order. */
final class TestFiles {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private TestFiles() {}

    /** Every file in a folder, at any depth; an {@link UncheckedIOException} if there is no such folder. */
    static List<Path> under(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folders directly in a folder. */
    static List<Path> foldersIn(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documents of a YAML text that are not empty. */
    static List<JsonNode> trees(String yaml) {
        try {
            List<JsonNode> read =
                    YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).readAll();
            return read.stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
