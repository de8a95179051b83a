package dev.ballast.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Region;
import dev.ballast.source.Sources;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What every kind of JSON report has in common: the head, the findings, and how it is written. */
public final class ReportEnvelope {
    /** The version of the contract; only additions are made within it. */
    public static final String API_VERSION = "ballast.dev/report/v1";

    private static final ObjectWriter WRITER = new ObjectMapper().writer(printer());

    private ReportEnvelope() {}

    /**
     * A report with its head and nothing else.
     *
     * @param kind for example {@code ValidationReport}
     * @param environment absent when entries carry their own
     */
    public static ObjectNode head(String kind, @Nullable String environment, Instant at) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("apiVersion", API_VERSION).put("kind", kind);
        put(report, "environment", environment);
        return report.put("at", at.toString());
    }

    /** The {@code diagnostics} of a report, in the order of the findings. */
    public static ArrayNode diagnostics(Findings findings) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        findings.diagnostics().forEach(d -> all.add(diagnostic(d, findings.sources())));
        return all;
    }

    /** Indented by two, LF, a line break at the end; the same bytes on every system. */
    public static String text(JsonNode report) {
        try {
            return WRITER.writeValueAsString(report) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree in memory cannot fail to be written", e);
        }
    }

    private static ObjectNode diagnostic(Diagnostic diagnostic, Sources sources) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("rule", diagnostic.rule());
        node.put("severity", diagnostic.severity().word());
        node.put("message", diagnostic.message());
        put(node, "help", diagnostic.help());
        position(node, Spot.of(diagnostic.place(), sources));
        put(node, "policy", diagnostic.policy());
        put(node, "environment", diagnostic.environment());
        node.put("page", RulePage.of(diagnostic.rule()));
        if (!diagnostic.related().isEmpty()) {
            ArrayNode related = node.putArray("related");
            for (var other : diagnostic.related()) {
                position(related.addObject().put("message", other.message()), Spot.of(other.place(), sources));
            }
        }
        return node;
    }

    private static void position(ObjectNode node, Spot spot) {
        node.put("file", spot.source());
        Region region = spot.region();
        if (region != null) {
            node.put("line", region.line()).put("column", region.column());
            node.put("endLine", region.endLine()).put("endColumn", region.endColumn());
        }
        if (spot.pointer() != null) {
            node.put("document", spot.document()).put("pointer", spot.pointer());
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }
}
