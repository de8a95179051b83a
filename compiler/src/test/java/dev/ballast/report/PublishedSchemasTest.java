package dev.ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Every machine format against the schema of those who read it. */
class PublishedSchemasTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Schema GITLAB = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("gitlab-code-quality.schema.json"));
    private static final Schema SARIF = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(resource("/schema/sarif-schema-2.1.0.json"));

    @ParameterizedTest
    @EnumSource
    void jsonIsWhatItsSchemaSays(Samples sample) {
        assertThat(ReportSchemas.violations("validation-report", made(sample, ReportFormat.JSON)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void gitlabIsWhatGitlabDocuments(Samples sample) {
        assertThat(ReportSchemas.violations(GITLAB, made(sample, ReportFormat.GITLAB)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sarifIsWhatOasisPublished(Samples sample) {
        assertThat(ReportSchemas.violations(SARIF, made(sample, ReportFormat.SARIF)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void junitIsWhatCiServersRead(Samples sample) throws Exception {
        junit().newValidator().validate(new StreamSource(new StringReader(text(sample, ReportFormat.JUNIT))));
    }

    @ParameterizedTest
    @CsvSource({
        "/diagnostics/0, rule",
        "/diagnostics/0, page",
        "/diagnostics/0, endLine",
        "/diagnostics/0, document",
        "/diagnostics/0/related/0, file",
        "'', at",
        "/summary, suppressed"
    })
    void theJsonSchemaNoticesAMissingMember(String owner, String member) {
        JsonNode report = made(Samples.ALL_KINDS_OF_PLACES, ReportFormat.JSON);
        assertThat(((ObjectNode) report.at(owner)).remove(member)).isNotNull();
        assertThat(ReportSchemas.violations("validation-report", report)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "policy", "line", "pointer", "related"})
    void theJsonSchemaKnowsNoNull(String member) {
        JsonNode report = made(Samples.ALL_KINDS_OF_PLACES, ReportFormat.JSON);
        ((ObjectNode) report.at("/diagnostics/0")).putNull(member);
        assertThat(ReportSchemas.violations("validation-report", report)).isNotEmpty();
    }

    @Test
    void theSarifSchemaNoticesAnUnknownMember() {
        JsonNode report = made(Samples.ALL_KINDS_OF_PLACES, ReportFormat.SARIF);
        ((ObjectNode) report.at("/runs/0/results/0")).put("line", 1);
        assertThat(ReportSchemas.violations(SARIF, report)).hasSize(1);
    }

    @Test
    void theJunitSchemaNoticesTheSameFileTwice() {
        String one = "<testcase name='a' time='0'/>";
        String twice = "<testsuite name='' tests='2' failures='0' errors='0' skipped='0' time='0'>" + one + one
                + "</testsuite>";
        Assertions.assertThatExceptionOfType(SAXParseException.class)
                .isThrownBy(() -> junit().newValidator().validate(new StreamSource(new StringReader(twice))))
                .withMessageContaining("oneCaseForEachName");
    }

    static List<String> schemas() {
        return ReportSchemas.NAMES;
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theSchemasInTheDocumentationAreThoseOfTheCode(String name) throws IOException {
        assertThat(Files.readString(Path.of("../docs/reports", name + ".schema.json")))
                .isEqualTo(ReportSchemas.text(name));
    }

    private static JsonNode made(Samples sample, ReportFormat format) {
        try {
            return MAPPER.readTree(text(sample, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Samples sample, ReportFormat format) {
        return format.render(sample.validation(), Samples.options());
    }

    private static javax.xml.validation.Schema junit() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(PublishedSchemasTest.class.getResource("junit.xsd"));
    }

    private static String resource(String name) {
        try (InputStream in = PublishedSchemasTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
