package dev.ballast.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.source.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ValidationLawsTest {
    private static final Schemas SCHEMAS = new Schemas();
    private static final SchemaValidation VALIDATION = new SchemaValidation(SCHEMAS);

    @Property(tries = 2000)
    void a_mutated_document_never_breaks_the_validation_and_each_finding_points_at_something(
            @ForAll Kind kind, @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int mutations) {
        JsonNode root = example(kind);
        var random = new Random(seed);
        for (int i = 0; i < mutations; i++) {
            mutate(root.path("spec"), random);
        }
        List<Diagnostic> findings = VALIDATION.validate(document(root));
        for (Diagnostic finding : findings) {
            var place = (Place.Field) finding.place();
            assertThat(root.at(place.pointer()).isMissingNode())
                    .as(finding + " in " + root)
                    .isFalse();
            assertThat(finding.message())
                    .doesNotEndWith(".")
                    .contains("`")
                    .doesNotContain("null", "^[", "\n", "\u0000");
        }
        assertThat(new HashSet<>(findings)).hasSameSizeAs(findings);
        assertThat(VALIDATION.validate(document(root))).isEqualTo(findings);
    }

    @Property(tries = 500)
    void a_null_anywhere_is_found_where_it_is(@ForAll Kind kind, @ForAll long seed) {
        JsonNode root = example(kind);
        var spots = new ArrayList<String>();
        pointers("/spec", root.path("spec"), spots);
        String pointer = spots.get(new Random(seed).nextInt(spots.size()));
        set(root, pointer);
        assertThat(VALIDATION.validate(document(root))).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("schema.null");
            assertThat(((Place.Field) finding.place()).pointer()).isEqualTo(pointer);
        });
    }

    private static Document document(JsonNode root) {
        return new Document("x", 0, root, Map.of());
    }

    private static JsonNode example(Kind kind) {
        JsonNode examples = SCHEMAS.bundled(kind).path("examples");
        return examples.path(examples.size() - 1).deepCopy();
    }

    private static void mutate(JsonNode node, Random random) {
        var children = new ArrayList<JsonNode>();
        node.forEach(children::add);
        if (!children.isEmpty() && random.nextInt(3) > 0) {
            mutate(children.get(random.nextInt(children.size())), random);
        } else if (node instanceof ObjectNode object && !object.isEmpty()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + "x/~", object.remove(name));
                default -> object.set(name, odd(random));
            }
        } else if (node instanceof ArrayNode array) {
            array.add(odd(random));
        }
    }

    private static JsonNode odd(Random random) {
        var json = JsonNodeFactory.instance;
        return switch (random.nextInt(8)) {
            case 0 -> json.nullNode();
            case 1 -> json.numberNode(-1);
            case 2 -> json.numberNode(1.5);
            case 3 -> json.booleanNode(true);
            case 4 -> json.textNode("");
            case 5 -> json.textNode("`\n\u0000\ud83d\ude00".repeat(30));
            case 6 -> json.arrayNode();
            default -> json.objectNode();
        };
    }

    private static void pointers(String pointer, JsonNode node, List<String> spots) {
        spots.add(pointer);
        node.properties()
                .forEach(member ->
                        pointers(pointer + "/" + member.getKey().replace("/", "~1"), member.getValue(), spots));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers(pointer + "/" + i, node.get(i), spots);
        }
    }

    private static void set(JsonNode root, String pointer) {
        JsonNode parent = root.at(pointer.substring(0, pointer.lastIndexOf('/')));
        String last = pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/");
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), JsonNodeFactory.instance.nullNode());
        } else {
            ((ObjectNode) parent).putNull(last);
        }
    }
}
