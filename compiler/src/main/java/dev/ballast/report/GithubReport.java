package dev.ballast.report;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Region;
import dev.ballast.diagnostic.Severity;
import java.util.List;
import java.util.StringJoiner;

/**
 * Workflow commands, the worst first. GitHub shows ten annotations of each level in a step and silently drops the rest, so of more
 * than ten the tenth says how many there are.
 */
final class GithubReport {
    static final int SHOWN = 10;

    private GithubReport() {}

    static String render(Findings findings) {
        var out = new StringBuilder();
        for (Severity severity : Severity.values()) {
            List<Diagnostic> level = findings.diagnostics().stream()
                    .filter(d -> d.severity() == severity)
                    .toList();
            int shown = level.size() > SHOWN ? SHOWN - 1 : level.size();
            level.subList(0, shown)
                    .forEach(d -> out.append(command(d, findings.spot(d))).append('\n'));
            if (shown < level.size()) {
                out.append("::%s title=ballast::%d more; GitHub shows ten of a kind\n"
                        .formatted(word(severity), level.size() - shown));
            }
        }
        return out.toString();
    }

    private static String command(Diagnostic diagnostic, Spot spot) {
        var properties = new StringJoiner(",");
        if (spot.isFile()) {
            properties.add("file=" + property(spot.path()));
        }
        if (spot.isFile() && spot.region() != null) {
            position(properties, spot.region());
        }
        properties.add("title=" + property(diagnostic.rule()));
        return "::%s %s::%s".formatted(word(diagnostic.severity()), properties, data(text(diagnostic, spot)));
    }

    /** GitHub takes columns only where the annotation stays within one line. */
    private static void position(StringJoiner properties, Region region) {
        boolean oneLine = region.line() == region.endLine();
        properties.add("line=" + region.line());
        if (oneLine) {
            properties.add("col=" + region.column());
        }
        properties.add("endLine=" + region.endLine());
        if (oneLine) {
            properties.add("endColumn=" + region.endColumn());
        }
    }

    private static String text(Diagnostic diagnostic, Spot spot) {
        String where = spot.isFile() ? "" : Words.where(spot) + ": ";
        return where + Words.paragraph(diagnostic);
    }

    private static String word(Severity severity) {
        return severity == Severity.NOTE ? "notice" : severity.word();
    }

    /** Escapes the message of a command. */
    static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** Escapes the value of a property, which ends at a comma or colon. */
    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
