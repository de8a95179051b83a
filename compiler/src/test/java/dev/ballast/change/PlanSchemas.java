package dev.ballast.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ballast.report.ReportEnvelope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The published schemas of what a comparison writes. */
final class PlanSchemas {
    private static final String OWN = "https://ballast.dev/report/v1/";
    private static final Map<String, String> TEXTS = Map.of(
            OWN + "plan-report.schema.json", text("plan-report"),
            OWN + "saved-plan.schema.json", text("saved-plan"),
            OWN + "diagnostic.schema.json", text("diagnostic"));
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(TEXTS));

    private PlanSchemas() {}

    static List<String> violations(String name, JsonNode report) {
        return REGISTRY
                .getSchema(SchemaLocation.of(OWN + name + ".schema.json"))
                .validate(report, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    static String text(String name) {
        try (InputStream in = ReportEnvelope.class.getResourceAsStream("v1/" + name + ".schema.json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
