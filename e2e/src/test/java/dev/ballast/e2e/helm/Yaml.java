package dev.ballast.e2e.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;

/** YAML as trees. */
final class Yaml {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Yaml() {}

    /** The one document of a text. */
    static JsonNode object(String text) throws IOException {
        return YAML.readTree(text);
    }

    /** The documents of a stream that are not empty. */
    static List<JsonNode> objects(String stream) throws IOException {
        List<JsonNode> read =
                YAML.readerFor(JsonNode.class).<JsonNode>readValues(stream).readAll();
        return read.stream().filter(JsonNode::isObject).toList();
    }
}
