package dev.ballast.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Region;
import dev.ballast.diagnostic.Severity;
import java.util.List;

/** GitLab's Code Quality report. It wants a line for every finding; one about a whole input is put on the first. */
final class GitlabReport {
    private GitlabReport() {}

    static ArrayNode of(Findings findings) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        List<Fingerprints.Fingerprint> fingerprints = Fingerprints.of(findings);
        for (int i = 0; i < fingerprints.size(); i++) {
            Diagnostic diagnostic = findings.diagnostics().get(i);
            ObjectNode issue = all.addObject();
            issue.put("description", Words.paragraph(diagnostic));
            issue.put("check_name", diagnostic.rule());
            issue.put("fingerprint", fingerprint(fingerprints.get(i)));
            issue.put("severity", severity(diagnostic.severity()));
            location(issue.putObject("location"), findings.spot(diagnostic));
        }
        return all;
    }

    private static void location(ObjectNode location, Spot spot) {
        Region region = spot.region();
        location.put("path", spot.path());
        location.putObject("lines").put("begin", region == null ? 1 : region.line());
    }

    /** GitLab shows one finding of each fingerprint, so the ordinal is part of it. */
    private static String fingerprint(Fingerprints.Fingerprint fingerprint) {
        return fingerprint.ordinal() == 1
                ? fingerprint.hash()
                : Fingerprints.hash(fingerprint.hash() + ":" + fingerprint.ordinal());
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "info";
        };
    }
}
