package dev.ballast.e2e.helm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What can be set in a chart: keys and types from its schema, defaults and comments from its file of values.
 *
 * @param comments what stands above a key, by its path with dots
 */
record ValueTable(JsonNode defaults, Map<String, String> comments, JsonNode schema) {
    private static final Pattern COMMENT = Pattern.compile(" *# (.*)");
    private static final Pattern KEY = Pattern.compile("( *)([A-Za-z]\\w*):.*");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int INDENT = 2;

    /** One that can be set. */
    record Value(String key, JsonNode schema, JsonNode byDefault, String comment) {}

    static ValueTable of(String values, JsonNode schema) throws IOException {
        return new ValueTable(Yaml.object(values), comments(values), schema);
    }

    private static Map<String, String> comments(String values) {
        var found = new LinkedHashMap<String, String>();
        var path = new ArrayList<String>();
        String comment = "";
        for (String line : values.lines().toList()) {
            Matcher said = COMMENT.matcher(line);
            Matcher key = KEY.matcher(line);
            if (said.matches()) {
                comment = said.group(1);
            } else if (key.matches()) {
                path.subList(Math.min(path.size(), key.group(1).length() / INDENT), path.size())
                        .clear();
                path.add(key.group(2));
                if (!comment.isEmpty()) {
                    found.put(String.join(".", path), comment);
                }
                comment = "";
            }
        }
        return found;
    }

    /** All that can be set, in the order of the schema. */
    List<Value> values() {
        var found = new ArrayList<Value>();
        collect("", schema, defaults, found);
        return found;
    }

    private void collect(String path, JsonNode type, JsonNode byDefault, List<Value> found) {
        type.path("properties").properties().forEach(member -> {
            String key = path + member.getKey();
            JsonNode own = byDefault.path(member.getKey());
            if (member.getValue().path("properties").isEmpty()) {
                found.add(new Value(key, member.getValue(), own, comments.getOrDefault(key, "")));
            } else {
                collect(key + ".", member.getValue(), own, found);
            }
        });
    }

    /** As a table for people. */
    String markdown() {
        return values().stream()
                .map(value -> "| `%s` | %s | %s |\n"
                        .formatted(value.key(), shown(value.byDefault()), value.comment() + choice(value.schema())))
                .collect(Collectors.joining("", "| value | default | what it is |\n|---|---|---|\n", ""));
    }

    private static String shown(JsonNode value) {
        try {
            String json = value.isTextual() ? value.asText() : JSON.writeValueAsString(value);
            return json.isEmpty() ? "–" : "`" + json + "`";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String choice(JsonNode schema) {
        return schema.path("enum").isEmpty()
                ? ""
                : StreamSupport.stream(schema.path("enum").spliterator(), false)
                        .map(word -> "`" + word.asText() + "`")
                        .collect(Collectors.joining(", ", " One of ", "."));
    }
}
