package dev.ballast.report;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JUnit XML: one suite, one case for each file, those without findings too. A case has at most one {@code failure}, because several
 * CI servers read only the first; it lists every finding that fails, and {@code system-out} the others.
 */
final class JunitReport {
    private JunitReport() {}

    static String render(Validation validation, Severity failOn) {
        var cases = new TreeMap<String, List<Diagnostic>>();
        validation.files().forEach(file -> cases.put(file, List.of()));
        cases.putAll(validation.findings().diagnostics().stream()
                .collect(Collectors.groupingBy(d -> d.place().source())));
        long failures = cases.values().stream()
                .filter(findings -> findings.stream().anyMatch(d -> d.severity().atLeast(failOn)))
                .count();
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(
                "<testsuite name=\"ballast validate\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\" time=\"0\">\n"
                        .formatted(cases.size(), failures));
        cases.forEach((file, findings) -> testcase(out, file, findings, validation.findings(), failOn));
        return out.append("</testsuite>\n").toString();
    }

    private static void testcase(
            StringBuilder out, String file, List<Diagnostic> findings, Findings all, Severity failOn) {
        out.append("  <testcase name=\"%s\" classname=\"ballast\" time=\"0\"".formatted(Xml.attribute(file)));
        if (findings.isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append(">\n");
        var failing =
                findings.stream().filter(d -> d.severity().atLeast(failOn)).toList();
        var passing =
                findings.stream().filter(d -> !d.severity().atLeast(failOn)).toList();
        if (!failing.isEmpty()) {
            String type = failing.get(0).rule();
            out.append("    <failure type=\"%s\" message=\"%s\">%s</failure>\n"
                    .formatted(Xml.attribute(type), Xml.attribute(headline(failing)), Xml.text(lines(failing, all))));
        }
        if (!passing.isEmpty()) {
            out.append("    <system-out>%s</system-out>\n".formatted(Xml.text(lines(passing, all))));
        }
        out.append("  </testcase>\n");
    }

    private static String headline(List<Diagnostic> failing) {
        String first = failing.get(0).message();
        return failing.size() == 1 ? first : "%s (and %d more)".formatted(first, failing.size() - 1);
    }

    private static String lines(List<Diagnostic> findings, Findings all) {
        return findings.stream()
                .map(d -> "%s: %s[%s]: %s"
                        .formatted(Words.where(all.spot(d)), d.severity().word(), d.rule(), Words.paragraph(d)))
                .collect(Collectors.joining("\n"));
    }
}
