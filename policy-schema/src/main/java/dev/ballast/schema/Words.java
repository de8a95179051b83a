package dev.ballast.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How values and expectations are said in messages. */
final class Words {
    private static final int LONGEST = 60;
    private static final int MOST = 6;

    private Words() {}

    /** A name or value as it is quoted in a message: on one line, cut when long. */
    static String code(String text) {
        String line =
                text.replace("\r", "").replace("\n", "\\n").replace('`', '\'').replaceAll("\\p{Cntrl}", "\ufffd");
        boolean cut = line.codePointCount(0, line.length()) > LONGEST;
        return "`" + (cut ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…" : line) + "`";
    }

    /** What was found, to be read after "is". */
    static String found(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> value.isEmpty() ? "an empty map" : "a map";
            case ARRAY -> value.isEmpty() ? "an empty list" : "a list";
            case STRING -> value.textValue().isEmpty() ? "an empty text" : "the text " + code(value.textValue());
            case NUMBER -> "the number " + code(value.asText());
            case BOOLEAN -> code(value.asText());
            default -> "empty";
        };
    }

    /** The value itself where it is a scalar, else what it is. */
    static String shown(JsonNode value) {
        boolean plain =
                value.isValueNode() && !value.isNull() && !value.asText().isEmpty();
        return plain ? code(value.asText()) : found(value);
    }

    /** What a schema expects, to be read after "expected". */
    static String expected(JsonNode schema) {
        if (schema.has("enum")) {
            var words = new ArrayList<String>();
            schema.path("enum").forEach(word -> words.add(word.asText()));
            return oneOf(words);
        }
        if (schema.has(Annotation.EXPECTED)) {
            boolean counts = schema.path("type").asText().equals("integer");
            return schema.path(Annotation.EXPECTED).textValue() + (counts ? " " + bounds(schema) : "");
        }
        return switch (schema.path("type").asText()) {
            case "object" -> mapOf(schema);
            case "array" -> "a list";
            default -> "a text";
        };
    }

    /** {@code `a`}, or {@code one of `a`, `b`}. */
    static String oneOf(Collection<String> words) {
        return (words.size() == 1 ? "" : "one of ") + listed(words);
    }

    static String listed(Collection<String> words) {
        return words.stream().map(Words::code).collect(Collectors.joining(", "));
    }

    /** The last member name of a path with the indexes after it: {@code `namespaces[0]`}. */
    static String subject(List<Object> path) {
        var indexes = new StringBuilder();
        for (int i = path.size() - 1; i >= 0; i--) {
            if (path.get(i) instanceof Integer index) {
                indexes.insert(0, "[" + index + "]");
            } else {
                return code(path.get(i).toString() + indexes);
            }
        }
        return "the document";
    }

    /** {@code from 1 to 1000}. */
    static String bounds(JsonNode schema) {
        return "from %s to %s"
                .formatted(
                        schema.path("minimum").asText(), schema.path("maximum").asText());
    }

    private static String mapOf(JsonNode schema) {
        List<String> names = Fields.of(schema);
        return names.isEmpty() ? "a map" : "a map with " + cut(names);
    }

    /** The same as {@link #oneOf}, cut short where the help line says more. */
    static String someOf(List<String> words) {
        return (words.size() == 1 ? "" : "one of ") + cut(words);
    }

    private static String cut(List<String> words) {
        return words.size() <= MOST ? listed(words) : listed(words.subList(0, MOST)) + ", …";
    }
}
