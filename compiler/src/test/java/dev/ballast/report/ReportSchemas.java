package dev.ballast.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The published schemas of reports, for the tests of whoever writes one. */
public final class ReportSchemas {
    /** Their names, for example {@code plan-report}. */
    public static final List<String> NAMES = List.of(
            "compare-report",
            "cost-report",
            "diagnostic",
            "drift-report",
            "explain-report",
            "forecast-report",
            "plan-report",
            "price-diff-report",
            "price-list-report",
            "saved-plan",
            "test-report",
            "validation-report");

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(
                    NAMES.stream().collect(Collectors.toMap(ReportSchemas::address, ReportSchemas::text))));

    private ReportSchemas() {}

    /** What a report breaks of the schema of this name. */
    public static List<String> violations(String name, JsonNode report) {
        return violations(REGISTRY.getSchema(SchemaLocation.of(address(name))), report);
    }

    static List<String> violations(Schema schema, JsonNode report) {
        return schema
                .validate(report, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The schema of this name as it ships. */
    public static String text(String name) {
        try (InputStream in = ReportEnvelope.class.getResourceAsStream("v1/" + name + ".schema.json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(String name) {
        return "https://ballast.dev/report/v1/" + name + ".schema.json";
    }
}
