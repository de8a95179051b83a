package dev.ballast.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Documents of one kind that try every field of its schema: with each of the field's examples, with values that it should not take, and
 * absent. Whether a document is right is not known here; two judges must agree on it.
 */
final class SchemaCorpus {
    private static final ObjectMapper JSON = new ObjectMapper();

    // Null is not among them: in a request it means that the field is absent, in a file it is an error.
    private static final List<String> STRANGE = List.of(
            "5",
            "-1",
            "1.5",
            "true",
            "\"\"",
            "\"x y\"",
            "\"Ünï\"",
            "{}",
            "[]",
            "[\"x\"]",
            "{\"strange\": \"x\"}",
            "[{\"strange\": \"x\"}]");

    // Part of a request's address: any other namespace than the one it is sent to is refused, any in a file is as good.
    private static final String ADDRESS = "/metadata/namespace";

    private static final List<String> STRANGE_KEYS = List.of("strange", "Strange", "strange key", "-", "s".repeat(300));

    private final ObjectNode base = JsonNodeFactory.instance.objectNode();
    private final List<Candidate> found = new ArrayList<>();
    private final Set<JsonNode> tried = new HashSet<>();

    /**
     * A document to be judged.
     *
     * @param name the pointer that was changed and what it was set to
     */
    record Candidate(String name, JsonNode document) {
        @Override
        public String toString() {
            return name;
        }
    }

    private SchemaCorpus(Kind kind, JsonNode spec) {
        base.put("apiVersion", Kind.API_VERSION).put("kind", kind.word());
        base.putObject("metadata").put("name", "sample");
        base.set("spec", example(spec));
    }

    static List<Candidate> of(Kind kind, Schemas schemas) {
        JsonNode spec = schemas.bundled(kind).at("/properties/spec");
        JsonNode metadata = schemas.bundled(kind).at("/properties/metadata");
        SchemaCorpus corpus = new SchemaCorpus(kind, spec);
        corpus.found.add(new Candidate(kind.word() + " as its first example says", corpus.base));
        corpus.walk(new Spot(List.of(new Step("spec", spec))), spec);
        corpus.walk(new Spot(List.of(new Step("metadata", metadata))), metadata);
        corpus.tryOut(new Spot(List.of(new Step("strange", spec))), spec);
        return corpus.found.stream()
                .map(candidate -> new Candidate(kind.word() + " " + candidate.name(), candidate.document()))
                .toList();
    }

    /** One step into a document: a key, or the first element of a list (an empty key), and the schema of what is there. */
    private record Step(String key, JsonNode schema) {}

    /** A place in a document, from the root. */
    private record Spot(List<Step> steps) {
        Spot then(String key, JsonNode schema) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(new Step(key, schema));
            return new Spot(List.copyOf(longer));
        }

        String pointer() {
            StringBuilder pointer = new StringBuilder();
            steps.forEach(step -> pointer.append('/').append(step.key().isEmpty() ? "0" : escaped(step.key())));
            return pointer.toString();
        }

        private static String escaped(String key) {
            return key.replace("~", "~0").replace("/", "~1");
        }
    }

    private void walk(Spot spot, JsonNode schema) {
        if (spot.pointer().equals(ADDRESS)) {
            return;
        }
        schema.path("examples").forEach(value -> tryOut(spot, value));
        // Layers repeat the fields of a policy; each definition is taken apart once.
        if (!tried.add(schema)) {
            return;
        }
        STRANGE.forEach(text -> tryOut(spot, read(text)));
        beyondBounds(schema).forEach(value -> tryOut(spot, value));
        found.add(new Candidate(spot.pointer() + " absent", removed(spot)));
        schema.path("properties")
                .properties()
                .forEach(field -> walk(spot.then(field.getKey(), field.getValue()), field.getValue()));
        if (schema.path("additionalProperties").isObject()) {
            JsonNode values = schema.get("additionalProperties");
            STRANGE_KEYS.forEach(key -> tryOut(spot.then(key, values), example(values)));
            walk(spot.then(mapKey(schema), values), values);
        }
        if (schema.has("items")) {
            repeated(schema).forEach(value -> tryOut(spot, value));
            walk(spot.then("", schema.get("items")), schema.get("items"));
        }
    }

    /** The first example's first element twice, and once too often for the list's limit. */
    private static List<JsonNode> repeated(JsonNode list) {
        JsonNode element = example(list).path(0).isMissingNode()
                ? example(list.get("items"))
                : example(list).path(0);
        List<JsonNode> values = new ArrayList<>();
        for (int length : new int[] {2, list.path("maxItems").asInt(1) + 1}) {
            ArrayNode repeated = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < length; i++) {
                repeated.add(element);
            }
            values.add(repeated);
        }
        return values;
    }

    private static List<JsonNode> beyondBounds(JsonNode schema) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        List<JsonNode> values = new ArrayList<>();
        if (schema.path("maxLength").asInt(1000) < 1000) {
            values.add(nodes.textNode("a".repeat(schema.get("maxLength").asInt())));
            values.add(nodes.textNode("a".repeat(schema.get("maxLength").asInt() + 1)));
        }
        if (schema.has("minimum")) {
            values.add(nodes.numberNode(schema.get("minimum").asLong()));
            values.add(nodes.numberNode(schema.get("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
            values.add(nodes.numberNode(schema.get("maximum").asLong()));
            values.add(nodes.numberNode(schema.get("maximum").asLong() + 1));
        }
        schema.path("enum").forEach(values::add);
        return values;
    }

    private void tryOut(Spot spot, JsonNode value) {
        found.add(
                new Candidate(spot.pointer() + ": " + shortened(value.toString()), placed(base, spot.steps(), value)));
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 100) + "… (" + text.length() + " characters)" : text;
    }

    /** A copy of {@code node} with {@code value} at the end of the steps; what is missing on the way is taken from examples. */
    private static JsonNode placed(JsonNode node, List<Step> steps, JsonNode value) {
        if (steps.isEmpty()) {
            return value;
        }
        Step step = steps.get(0);
        List<Step> rest = steps.subList(1, steps.size());
        if (step.key().isEmpty()) {
            JsonNode old = node.path(0).isMissingNode() ? example(step.schema()) : node.get(0);
            return JsonNodeFactory.instance.arrayNode().add(placed(old, rest, value));
        }
        ObjectNode copy = node.isObject() ? ((ObjectNode) node).deepCopy() : JsonNodeFactory.instance.objectNode();
        JsonNode old = copy.has(step.key()) ? copy.get(step.key()) : example(step.schema());
        copy.set(step.key(), placed(old, rest, value));
        return copy;
    }

    private JsonNode removed(Spot spot) {
        JsonNode copy = placed(base, spot.steps(), JsonNodeFactory.instance.objectNode());
        String pointer = spot.pointer();
        JsonNode parent = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
        if (parent instanceof ObjectNode object) {
            object.remove(spot.steps().get(spot.steps().size() - 1).key());
        } else {
            ((ArrayNode) parent).removeAll();
        }
        return copy;
    }

    private static JsonNode example(JsonNode schema) {
        JsonNode first = schema.path("examples").path(0);
        return first.isMissingNode() ? JsonNodeFactory.instance.objectNode() : first;
    }

    private static String mapKey(JsonNode schema) {
        JsonNode names = schema.path("propertyNames");
        String word =
                names.path("enum").path(0).asText(names.path("examples").path(0).asText());
        String shown = example(schema).fieldNames().hasNext()
                ? example(schema).fieldNames().next()
                : "sample";
        return word.isEmpty() ? shown : word;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
