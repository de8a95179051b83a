package dev.ballast.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An endless row of damaged policy sets, the same one for the same seed: structure most often, so that they get far, else tokens and bytes. */
final class PolicyMutations {
    static final List<String> SETS = List.of(resource("platform.yaml"), resource("team.yaml"), resource("small.yaml"));
    private static final List<List<JsonNode>> TREES =
            SETS.stream().map(PolicyMutations::parsed).toList();
    private static final List<String> TOKENS = List.of(
            "&a ",
            "*a",
            "<<: *a\n",
            "- ",
            ": ",
            "? ",
            "|\n",
            ">-\n",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            "\t",
            "---\n",
            "...\n",
            "#",
            "!!str ",
            "!!int ",
            "\r\n",
            "\uFEFF",
            "\u2028",
            "😀",
            "~",
            ".nan",
            "0x1F",
            "1e999",
            "0o7",
            "null",
            "@every 1h",
            "$(params.x)",
            ", ",
            "%",
            "\u0007");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;

    PolicyMutations(long seed) {
        random = new Random(seed);
    }

    /** The next damaged set. */
    byte[] next() {
        int set = pick(SETS.size());
        int kind = pick(10);
        if (kind < 7) {
            return structure(TREES.get(set)).getBytes(StandardCharsets.UTF_8);
        }
        var text = new StringBuilder(SETS.get(set));
        for (int i = pick(3); i >= 0; i--) {
            token(text);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = kind < 9 ? 0 : 1 + pick(4); i > 0; i--) {
            bytes[pick(bytes.length)] = (byte) pick(256);
        }
        return bytes;
    }

    private static String resource(String name) {
        try (var in = PolicyMutations.class.getResourceAsStream("/fuzz/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> parsed(String text) {
        return SourceReader.read("set.yaml", text, Limits.DEFAULT).value().orElseThrow().documents().stream()
                .map(Document::root)
                .toList();
    }

    private int pick(int bound) {
        return random.nextInt(Math.max(1, bound));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void token(StringBuilder text) {
        int at = pick(text.length());
        int to = Math.min(text.length(), at + pick(40));
        switch (pick(6)) {
            case 0 -> text.insert(at, pick(TOKENS));
            case 1 -> text.delete(at, to);
            case 2 -> text.insert(pick(text.length()), text.substring(at, to));
            case 3 -> text.replace(at, to, pick(TOKENS));
            case 4 -> text.insert(at, pick(TOKENS).repeat(pick(40)));
            default -> text.insert(at, " ".repeat(1 + pick(4)));
        }
    }

    private String structure(List<JsonNode> trees) {
        ArrayNode documents = JsonNodeFactory.instance.arrayNode();
        trees.forEach(tree -> documents.add(tree.deepCopy()));
        for (int i = pick(3); i >= 0; i--) {
            mutate(documents);
        }
        var values = new ArrayList<JsonNode>();
        documents.forEach(values::add);
        return pick(4) == 0
                ? String.join(
                        "\n", values.stream().map(JsonNode::toPrettyString).toList())
                : YamlWriter.stream(values);
    }

    /** Where a value stands: a member of an object, or an element of a list. */
    private record Spot(JsonNode holder, @Nullable String key, int index) {
        JsonNode value() {
            return key == null ? holder.path(index) : holder.path(key);
        }

        void set(JsonNode value) {
            if (key != null) {
                ((ObjectNode) holder).set(key, value);
            } else if (index < holder.size()) {
                ((ArrayNode) holder).set(index, value);
            }
        }

        void remove() {
            if (key != null) {
                ((ObjectNode) holder).remove(key);
            } else if (index < holder.size()) {
                ((ArrayNode) holder).remove(index);
            }
        }
    }

    private static void collect(JsonNode node, List<Spot> spots) {
        if (node.isObject()) {
            node.properties().forEach(member -> {
                spots.add(new Spot(node, member.getKey(), 0));
                collect(member.getValue(), spots);
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            spots.add(new Spot(node, null, i));
            collect(node.get(i), spots);
        }
    }

    private void mutate(ArrayNode documents) {
        var spots = new ArrayList<Spot>();
        collect(documents, spots);
        if (spots.isEmpty()) {
            return;
        }
        Spot spot = pick(spots);
        Spot other = pick(spots);
        JsonNode value = spot.value().deepCopy();
        switch (pick(10)) {
            case 0 -> {
                spot.set(other.value().deepCopy());
                other.set(value);
            }
            case 1 -> spot.set(other.value().deepCopy());
            case 2 -> spot.remove();
            case 3 -> duplicate(spot, other);
            case 4 -> spot.set(json(pick(Vocabulary.ANYWHERE)));
            case 5 -> retype(spot, value);
            case 6 -> rename(spot, value);
            default -> fitting(spots);
        }
    }

    private void duplicate(Spot spot, Spot other) {
        if (spot.holder() instanceof ArrayNode list) {
            list.add(spot.value().deepCopy());
        } else if (other.value() instanceof ObjectNode object && spot.key() != null) {
            object.set(spot.key(), spot.value().deepCopy());
        }
    }

    private void retype(Spot spot, JsonNode value) {
        switch (pick(4)) {
            case 0 -> spot.set(JsonNodeFactory.instance.arrayNode().add(value));
            case 1 -> spot.set(JsonNodeFactory.instance.objectNode().set(pick(Vocabulary.KEYS), value));
            case 2 -> spot.set(TextNode.valueOf(value.isValueNode() ? value.asText() : value.toString()));
            default ->
                spot.set(
                        value.isTextual()
                                ? JsonNodeFactory.instance.numberNode(
                                        value.asText().length())
                                : TextNode.valueOf(""));
        }
    }

    private void rename(Spot spot, JsonNode value) {
        if (spot.holder() instanceof ObjectNode object) {
            spot.remove();
            object.set(pick(Vocabulary.KEYS), value);
        }
    }

    /** A value that such a field may have, so that the mutant gets past the schema. */
    private void fitting(List<Spot> spots) {
        List<Spot> known = spots.stream()
                .filter(spot -> spot.key() != null
                        && Vocabulary.BY_KEY.containsKey(spot.key())
                        && spot.value().isValueNode())
                .toList();
        if (!known.isEmpty()) {
            Spot spot = pick(known);
            String text = pick(Vocabulary.BY_KEY.getOrDefault(spot.key(), List.of("")));
            spot.set(
                    text.matches("-?\\d{1,18}")
                            ? JsonNodeFactory.instance.numberNode(Long.parseLong(text))
                            : TextNode.valueOf(text));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
