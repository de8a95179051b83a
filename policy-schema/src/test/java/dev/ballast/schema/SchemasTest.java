package dev.ballast.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import dev.ballast.source.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemasTest {
    private final Schemas schemas = new Schemas();
    private final SchemaRegistry registry = SchemaRegistry.withDialects(
            List.of(Dialects.getDraft202012(), Dialects.getDraft7()),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    @ParameterizedTest
    @EnumSource
    void is_valid_by_its_meta_schema_in_every_form(Kind kind) {
        Schema latest = metaSchema(SpecificationVersion.DRAFT_2020_12);
        Schema draft07 = metaSchema(SpecificationVersion.DRAFT_7);

        assertThat(latest.validate(schemas.source(kind))).isEmpty();
        assertThat(latest.validate(schemas.bundled(kind))).isEmpty();
        assertThat(latest.validate(schemas.definitions())).isEmpty();
        assertThat(draft07.validate(schemas.draft07(kind))).isEmpty();
        assertThat(latest.validate(schemas.bundled(kind).<ObjectNode>deepCopy().put("type", "txt")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_example_is_valid_where_it_stands(Kind kind) {
        int examples = 0;
        for (Spot spot : spots(schemas.bundled(kind))) {
            for (JsonNode example : spot.schema().path("examples")) {
                examples++;
                assertThat(validates(spot.schema(), example))
                        .as(spot.path() + " " + example)
                        .isEmpty();
            }
            if (spot.schema().has("default")) {
                assertThat(validates(spot.schema(), spot.schema().path("default")))
                        .as(spot.path())
                        .isEmpty();
            }
        }
        assertThat(examples).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void every_property_has_a_description_and_an_example(Kind kind) {
        for (Spot spot : spots(schemas.bundled(kind))) {
            if (spot.isProperty()) {
                assertThat(spot.schema().path("description").asText())
                        .as(spot.path())
                        .matches("(?s)[A-Z`].*\\.");
                assertThat(spot.schema().has("examples")
                                || spot.schema().has("default")
                                || hasProperties(spot.schema()))
                        .as("example of " + spot.path())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_object_is_closed_and_every_value_bounded(Kind kind) {
        for (Spot spot : spots(schemas.bundled(kind))) {
            JsonNode schema = spot.schema();
            switch (schema.path("type").asText("union")) {
                case "object" -> {
                    boolean closed = schema.path("additionalProperties").isBoolean()
                            && !schema.path("additionalProperties").asBoolean();
                    assertThat(closed).as(spot.path() + " closed").isEqualTo(schema.has("properties"));
                    assertThat(closed || schema.has("maxProperties"))
                            .as(spot.path())
                            .isTrue();
                }
                case "array" ->
                    assertThat(schema.has("maxItems")).as(spot.path()).isTrue();
                case "string" ->
                    assertThat(schema.has("maxLength") || schema.has("enum"))
                            .as(spot.path())
                            .isTrue();
                case "integer" ->
                    assertThat(schema.has("minimum") && schema.has("maximum"))
                            .as(spot.path())
                            .isTrue();
                case "boolean" -> assertThat(schema.has("enum")).as(spot.path()).isFalse();
                default -> assertThat(schema.path("type")).as(spot.path()).hasToString("[\"integer\",\"string\"]");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_value_says_what_is_expected(Kind kind) {
        for (Spot spot : spots(schemas.bundled(kind))) {
            if (!Set.of("object", "array").contains(spot.schema().path("type").asText())) {
                assertThat(spot.schema().has(Annotation.EXPECTED))
                        .as(spot.path())
                        .isTrue();
            }
        }
    }

    @Test
    void every_definition_is_used_and_every_condition_speaks() {
        var unused = new TreeSet<String>();
        schemas.definitions().path("$defs").fieldNames().forEachRemaining(unused::add);
        var text = new StringBuilder(schemas.definitions().toString());
        for (Kind kind : Kind.values()) {
            text.append(schemas.source(kind));
            conditions(schemas.bundled(kind)).forEach(condition -> {
                assertThat(condition.path(Annotation.MESSAGE).asText()).isNotBlank();
                assertThat(condition.path(Annotation.RULE).asText()).isIn("schema.exclusive", "schema.missing-field");
            });
        }
        unused.removeIf(name -> text.indexOf("#/$defs/" + name + "\"") >= 0);
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whole_examples_are_valid_documents(Kind kind) {
        var validation = new SchemaValidation(schemas);
        JsonNode examples = schemas.source(kind).path("examples");
        assertThat(examples).isNotEmpty();
        for (JsonNode example : examples) {
            assertThat(validation.validate(new Document("example", 0, example, Map.of())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void editors_get_no_references_and_no_keywords_of_ours(Kind kind) {
        String text = schemas.draft07(kind).toString();
        assertThat(text).doesNotContain("$ref", "\"x-").contains("patternErrorMessage");
    }

    private Schema metaSchema(SpecificationVersion version) {
        return registry.getSchema(SchemaLocation.of(version.getDialectId()));
    }

    private List<com.networknt.schema.Error> validates(JsonNode schema, JsonNode value) {
        ObjectNode bare = schema.deepCopy();
        bare.remove(List.of("$id", "$schema"));
        return registry.getSchema(bare).validate(value);
    }

    private static boolean hasProperties(JsonNode schema) {
        return schema.has("properties");
    }

    private record Spot(String path, JsonNode schema, boolean isProperty) {}

    /** Every schema that a value is held against; the branches of conditions are none. */
    private static List<Spot> spots(JsonNode schema) {
        var spots = new ArrayList<Spot>();
        collect("", schema, false, spots);
        return spots;
    }

    private static void collect(String path, JsonNode schema, boolean isProperty, List<Spot> spots) {
        spots.add(new Spot(path, schema, isProperty));
        schema.path("properties")
                .properties()
                .forEach(member -> collect(path + "." + member.getKey(), member.getValue(), true, spots));
        if (schema.has("items")) {
            collect(path + "[]", schema.path("items"), false, spots);
        }
        if (schema.path("additionalProperties").isObject()) {
            collect(path + ".*", schema.path("additionalProperties"), false, spots);
        }
    }

    private static List<JsonNode> conditions(JsonNode schema) {
        var found = new ArrayList<JsonNode>();
        spots(schema).forEach(spot -> spot.schema().path("allOf").forEach(found::add));
        return found;
    }
}
