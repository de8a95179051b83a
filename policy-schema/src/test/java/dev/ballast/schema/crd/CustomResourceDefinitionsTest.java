package dev.ballast.schema.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import dev.ballast.testing.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomResourceDefinitionsTest {
    /** All that apiextensions.k8s.io/v1 lets a structural schema say, less what we never use. */
    private static final Set<String> ALLOWED = Set.of(
            "description",
            "type",
            "format",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "x-kubernetes-list-type",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-map-type",
            "x-kubernetes-int-or-string",
            "x-kubernetes-validations");

    private final CustomResourceDefinitions definitions = new CustomResourceDefinitions(new Schemas());

    @ParameterizedTest
    @EnumSource
    void equals_its_golden_file_and_reads_back_as_it_was(Kind kind) {
        String yaml = definitions.yaml(kind);
        Golden.check(Path.of("src/test/resources/golden/crd/" + kind.plural() + ".yaml"), yaml);
        JsonNode read = SourceReader.read("crd.yaml", yaml, Limits.DEFAULT)
                .value()
                .orElseThrow()
                .documents()
                .get(0)
                .root();
        assertThat(read.toString()).isEqualTo(definitions.generate(kind).toString());
    }

    @ParameterizedTest
    @EnumSource
    void names_itself_by_the_rules(Kind kind) {
        JsonNode crd = definitions.generate(kind);
        JsonNode spec = crd.path("spec");
        assertThat(crd.path("metadata").path("name").asText())
                .isEqualTo(spec.path("names").path("plural").asText() + "."
                        + spec.path("group").asText());
        assertThat(spec.path("scope").asText()).isEqualTo("Namespaced");
        assertThat(spec.path("versions")).hasSize(1);
        assertThat(spec.path("names").path("categories").toString()).isEqualTo("[\"ballast\"]");
        JsonNode columns = spec.path("versions").path(0).path("additionalPrinterColumns");
        assertThat(columns.path(columns.size() - 1).path("name").asText()).isEqualTo("Age");
    }

    @ParameterizedTest
    @EnumSource
    void every_node_has_exactly_one_type_or_is_an_integer_or_a_string(Kind kind) {
        for (Spot spot : spots(root(kind))) {
            boolean union = spot.schema().path("x-kubernetes-int-or-string").asBoolean();
            assertThat(spot.schema().path("type").isTextual()).as(spot.path()).isNotEqualTo(union);
            assertThat(spot.schema().path("type").asText("string"))
                    .as(spot.path())
                    .isIn("object", "array", "string", "integer", "boolean");
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_keywords_of_structural_schemas_are_used_and_no_defaults(Kind kind) {
        for (Spot spot : spots(root(kind))) {
            var keywords = new ArrayList<String>();
            spot.schema().fieldNames().forEachRemaining(keywords::add);
            assertThat(keywords).as(spot.path()).isSubsetOf(ALLOWED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_object_has_properties_or_additional_ones_and_a_list_has_items(Kind kind) {
        for (Spot spot : spots(root(kind))) {
            JsonNode schema = spot.schema();
            assertThat(schema.has("properties") && schema.has("additionalProperties"))
                    .as(spot.path())
                    .isFalse();
            assertThat(schema.path("additionalProperties").isBoolean())
                    .as(spot.path())
                    .isFalse();
            assertThat(schema.path("type").asText().equals("array"))
                    .as(spot.path())
                    .isEqualTo(schema.has("items"));
            schema.path("required")
                    .forEach(name -> assertThat(schema.path("properties").has(name.asText()))
                            .as(spot.path() + " " + name)
                            .isTrue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_root_is_an_object_whose_metadata_narrows_the_name_only(Kind kind) {
        JsonNode root = root(kind);
        assertThat(root.path("type").asText()).isEqualTo("object");
        JsonNode metadata = root.path("properties").path("metadata");
        assertThat(metadata.path("properties").properties()).hasSize(1);
        assertThat(metadata.path("properties").has("name")).isTrue();
        assertThat(root.path("required").toString()).isEqualTo("[\"spec\"]");
    }

    @ParameterizedTest
    @EnumSource
    void every_list_says_how_it_merges_and_keys_of_maps_are_required(Kind kind) {
        for (Spot spot : spots(root(kind))) {
            if (spot.schema().path("type").asText().equals("array")) {
                boolean keyed =
                        spot.schema().path("x-kubernetes-list-type").asText().equals("map");
                assertThat(spot.schema().path("x-kubernetes-list-type").asText())
                        .as(spot.path())
                        .isIn("atomic", "map");
                assertThat(spot.schema().has("x-kubernetes-list-map-keys")).isEqualTo(keyed);
                spot.schema()
                        .path("x-kubernetes-list-map-keys")
                        .forEach(key -> assertThat(spot.schema().path("items").path("required"))
                                .contains(key));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_validation_has_a_rule_and_a_message_and_runs_on_bounded_data(Kind kind) {
        for (Spot spot : spots(root(kind))) {
            for (JsonNode validation : spot.schema().path("x-kubernetes-validations")) {
                assertThat(validation.path("rule").asText()).contains("self");
                assertThat(validation.path("message").asText()).isNotBlank().hasSizeLessThan(2048);
            }
            String type = spot.schema().path("type").asText();
            boolean spec = spot.path().startsWith(".spec");
            assertThat(!spec || !type.equals("array") || spot.schema().has("maxItems"))
                    .as(spot.path())
                    .isTrue();
            assertThat(!spec
                            || !spot.schema().has("additionalProperties")
                            || spot.schema().has("maxProperties"))
                    .as(spot.path())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BACKUP_POLICY", "BACKUP_STORE", "ENVIRONMENT"})
    void what_the_reconciler_reports_on_has_a_status_of_its_own(Kind kind) {
        JsonNode version =
                definitions.generate(kind).path("spec").path("versions").path(0);
        assertThat(version.path("subresources").has("status")).isTrue();
        JsonNode status = root(kind).path("properties").path("status").path("properties");
        assertThat(status.has("observedGeneration")).isTrue();
        assertThat(status.path("conditions").path("x-kubernetes-list-map-keys").toString())
                .isEqualTo("[\"type\"]");
    }

    private JsonNode root(Kind kind) {
        return definitions
                .generate(kind)
                .path("spec")
                .path("versions")
                .path(0)
                .path("schema")
                .path("openAPIV3Schema");
    }

    private record Spot(String path, JsonNode schema) {}

    private static List<Spot> spots(JsonNode root) {
        var spots = new ArrayList<Spot>();
        collect("", root, spots);
        return spots;
    }

    private static void collect(String path, JsonNode schema, List<Spot> spots) {
        spots.add(new Spot(path, schema));
        schema.path("properties")
                .properties()
                .forEach(member -> collect(path + "." + member.getKey(), member.getValue(), spots));
        for (String keyword : List.of("items", "additionalProperties")) {
            if (schema.has(keyword)) {
                collect(path + "[]", schema.path(keyword), spots);
            }
        }
    }
}
