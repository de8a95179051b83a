package dev.ballast.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The schemas of reports as the documentation has them. */
final class ReportSchema {
    private static final String OWN = "https://ballast.dev/report/v1/";
    private static final String DIAGNOSTIC = "diagnostic.schema.json";

    private ReportSchema() {}

    /** What a report breaks of the schema in the file of this name. */
    static List<String> violations(String name, JsonNode report) {
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of(OWN + name, text(name), OWN + DIAGNOSTIC, text(DIAGNOSTIC))))
                .getSchema(SchemaLocation.of(OWN + name));
        return schema.validate(report).stream().map(Object::toString).toList();
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("docs/reports", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
