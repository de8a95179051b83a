package dev.ballast.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** The values, their schema and the table in the chart's README say the same. */
class ChartReadmeTest {
    private static final Path README = Chart.FOLDER.resolve("README.md");
    private static final Path SCHEMA = Chart.FOLDER.resolve("values.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ValueTable table() throws Exception {
        return ValueTable.of(
                Files.readString(Chart.FOLDER.resolve("values.yaml")), JSON.readTree(Files.readString(SCHEMA)));
    }

    @Test
    void everyValueHasADefaultAndAComment() throws Exception {
        assertThat(table().values())
                .hasSizeGreaterThan(50)
                .filteredOn(value ->
                        value.byDefault().isMissingNode() || value.comment().isEmpty())
                .isEmpty();
    }

    @Test
    void theReadmeShowsThem() throws Exception {
        String page = Files.readString(README);
        String made = page.replaceAll(
                "(?s)<!-- values -->\n(\\|[^\n]*\n)*",
                Matcher.quoteReplacement("<!-- values -->\n" + table().markdown()));

        Golden.check(README, made);

        assertThat(page).contains("| `crds.keep` | `true` |");
    }

    @Test
    void theSchemaDescribesThem() throws Exception {
        JsonNode schema = JSON.readTree(Files.readString(SCHEMA));
        List<ValueTable.Value> values = ValueTable.of(Files.readString(Chart.FOLDER.resolve("values.yaml")), schema)
                .values();

        values.forEach(value -> ((ObjectNode) value.schema()).put("description", value.comment()));

        Golden.check(SCHEMA, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n");
    }
}
