package dev.ballast.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowTextTest {
    /** What the reference pages show must mean, when read, what the schema says. */
    @ParameterizedTest
    @EnumSource
    void every_example_and_default_reads_back_as_itself(Kind kind) {
        List<JsonNode> values = values(new Schemas().bundled(kind));
        assertThat(values).hasSizeGreaterThan(10);
        for (JsonNode value : values) {
            String text = "v: " + FlowText.of(value);
            JsonNode read = SourceReader.read("v.yaml", text, Limits.DEFAULT)
                    .value()
                    .orElseThrow()
                    .documents()
                    .get(0)
                    .root()
                    .path("v");
            assertThat(read).as(text).hasToString(value.toString());
        }
    }

    private static List<JsonNode> values(JsonNode schema) {
        var values = new ArrayList<JsonNode>();
        schema.path("examples").forEach(values::add);
        if (schema.has("default")) {
            values.add(schema.path("default"));
        }
        for (ObjectNode inner : SubSchemas.of(schema)) {
            values.addAll(values(inner));
        }
        return values;
    }
}
