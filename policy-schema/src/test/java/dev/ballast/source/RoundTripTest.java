package dev.ballast.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Region;
import java.math.BigInteger;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is printed as JSON or YAML is read back, and every position holds what is said to stand there. */
class RoundTripTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static Document read(String name, String text) {
        Outcome<SourceFile> outcome = SourceReader.read(name, text, Limits.DEFAULT);
        assertThat(outcome.diagnostics()).as(text).isEmpty();
        return outcome.value().orElseThrow().documents().get(0);
    }

    @Property(tries = 300)
    void jsonIsReadBack(@ForAll("trees") JsonNode tree) throws JsonProcessingException {
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        assertThat(read("p.json", text).root()).isEqualTo(tree);
        // The same text through the scanner for YAML: what stands before it is no JSON.
        assertThat(read("p.yaml", "# yaml\n" + text).root()).isEqualTo(tree);
    }

    @Property(tries = 300)
    void yamlIsReadBack(@ForAll("trees") JsonNode tree) throws JsonProcessingException {
        assertThat(read("p.yaml", new YAMLMapper().writeValueAsString(tree)).root())
                .isEqualTo(tree);
    }

    @Property(tries = 300)
    void everyPositionHoldsItsValue(@ForAll("trees") JsonNode tree) throws JsonProcessingException {
        String text = "# yaml\n" + JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
        Document document = read("p.yaml", text);
        Lines lines = new Lines(text);
        for (Map.Entry<String, Document.Span> entry : document.spans().entrySet()) {
            Region value = entry.getValue().value();
            int from = lines.offset(value.line(), value.column());
            int to = lines.offset(value.endLine(), value.endColumn());
            assertThat(JSON.readTree(text.substring(from, to)))
                    .isEqualTo(document.root().at(entry.getKey()));
        }
    }

    @Provide
    Arbitrary<JsonNode> trees() {
        return Arbitraries.lazyOf(
                this::collections,
                this::collections,
                () -> scalars().list().ofMaxSize(3).map(all ->
                        (JsonNode) NODES.arrayNode().addAll(all)));
    }

    private Arbitrary<JsonNode> collections() {
        Arbitrary<JsonNode> values = Arbitraries.frequencyOf(Tuple.of(3, scalars()), Tuple.of(1, trees()));
        // Jackson prints the key "<<" without quotes, which makes it a merge key.
        return Arbitraries.maps(texts().filter(key -> !key.equals("<<")), values)
                .ofMaxSize(4)
                .map(members -> NODES.objectNode().setAll(members));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(6).filter(RoundTripTest::needsNoEscape),
                Arbitraries.of("a/b", "~", "yes", "1", "<<", "é😀", "", "a: b", "# x", "- y", "{{ z }}"));
    }

    /** Only what may stand in YAML unescaped: JSON does not escape everything that YAML wants escaped. */
    private static boolean needsNoEscape(String text) {
        return ControlCharacters.first(text) < 0
                && text.indexOf('\uFEFF') < 0
                && text.codePoints().noneMatch(PortableText::isBad);
    }

    private static Arbitrary<JsonNode> scalars() {
        return Arbitraries.oneOf(
                texts().map(NODES::textNode),
                Arbitraries.integers().map(NODES::numberNode),
                Arbitraries.longs().filter(n -> n != (int) (long) n).map(NODES::numberNode),
                Arbitraries.bigIntegers()
                        .between(BigInteger.ONE.shiftLeft(63), BigInteger.TEN.pow(30))
                        .map(NODES::numberNode),
                Arbitraries.doubles().filter(Double::isFinite).map(NODES::numberNode),
                Arbitraries.of(NODES.booleanNode(true), NODES.booleanNode(false), NODES.nullNode()));
    }
}
