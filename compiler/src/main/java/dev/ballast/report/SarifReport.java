package dev.ballast.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Region;
import dev.ballast.source.Sources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SARIF 2.1.0 (OASIS), with what GitHub code scanning asks for beyond it. */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    private SarifReport() {}

    static ObjectNode of(Validation validation, ReportOptions options) {
        ObjectNode log = JsonNodeFactory.instance.objectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        List<String> rules = validation.findings().diagnostics().stream()
                .map(Diagnostic::rule)
                .distinct()
                .sorted()
                .toList();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "ballast").put("version", options.version());
        ArrayNode descriptors = driver.putArray("rules");
        rules.forEach(rule -> rule(descriptors.addObject(), rule, options));
        run.putObject("automationDetails").put("id", category(validation.environment()));
        run.putObject("originalUriBaseIds")
                .putObject(ROOT)
                .putObject("description")
                .put("text", "The folder in which ballast ran.");
        run.put("columnKind", "unicodeCodePoints");
        results(run.putArray("results"), validation.findings(), rules);
        return log;
    }

    /** Code scanning keeps the results of one category apart from those of another. */
    private static String category(@Nullable String environment) {
        return environment == null ? "ballast/validate/" : "ballast/validate/" + environment + "/";
    }

    private static void rule(ObjectNode descriptor, String rule, ReportOptions options) {
        descriptor.put("id", rule);
        descriptor
                .putObject("shortDescription")
                .put("text", SarifText.escape(options.rules().getOrDefault(rule, rule)));
        descriptor.putObject("help").put("text", "See " + RulePage.of(rule) + ".");
        if (options.pages() != null) {
            descriptor.put("helpUri", options.pages().resolve(RulePage.of(rule)).toString());
        }
    }

    private static void results(ArrayNode results, Findings findings, List<String> rules) {
        List<Fingerprints.Fingerprint> fingerprints = Fingerprints.of(findings);
        for (int i = 0; i < fingerprints.size(); i++) {
            Diagnostic diagnostic = findings.diagnostics().get(i);
            var fingerprint = fingerprints.get(i);
            ObjectNode result = results.addObject();
            result.put("ruleId", diagnostic.rule()).put("ruleIndex", rules.indexOf(diagnostic.rule()));
            result.put("level", diagnostic.severity().word());
            message(result, Words.paragraph(diagnostic));
            location(result.putArray("locations").addObject(), findings.spot(diagnostic));
            related(result, diagnostic, findings.sources());
            result.putObject("partialFingerprints")
                    .put("primaryLocationLineHash", fingerprint.hash() + ":" + fingerprint.ordinal());
        }
    }

    private static void related(ObjectNode result, Diagnostic diagnostic, Sources sources) {
        if (diagnostic.related().isEmpty()) {
            return;
        }
        ArrayNode places = result.putArray("relatedLocations");
        for (var other : diagnostic.related()) {
            ObjectNode place = places.addObject().put("id", places.size());
            location(place, Spot.of(other.place(), sources));
            message(place, other.message());
        }
    }

    private static void location(ObjectNode location, Spot spot) {
        if (!spot.isFile()) {
            String pointer = spot.pointer() == null ? "" : spot.pointer();
            location.putArray("logicalLocations").addObject().put("fullyQualifiedName", spot.source() + pointer);
            return;
        }
        ObjectNode physical = location.putObject("physicalLocation");
        ObjectNode artifact = physical.putObject("artifactLocation");
        if (spot.path().startsWith("/")) {
            artifact.put("uri", "file://" + SarifText.uriPath(spot.path()));
        } else {
            artifact.put("uri", SarifText.uriPath(spot.path())).put("uriBaseId", ROOT);
        }
        if (spot.region() != null) {
            region(physical.putObject("region"), spot.region());
        }
    }

    private static void region(ObjectNode node, Region region) {
        node.put("startLine", region.line()).put("startColumn", region.column());
        node.put("endLine", region.endLine()).put("endColumn", region.endColumn());
    }

    private static void message(ObjectNode owner, String text) {
        owner.putObject("message").put("text", SarifText.escape(text));
    }
}
