package dev.ballast.report;

import dev.ballast.diagnostic.Severity;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a report is to look; a format ignores what it has no use for.
 *
 * @param colour ANSI colours in text
 * @param failOn findings at least this bad make a JUnit case fail
 * @param version of Ballast, for SARIF
 * @param rules one sentence for each rule, by rule id; a rule that is missing is described by its id
 * @param pages absolute URL of the repository's root, against which rule pages are resolved for SARIF; absent: no links
 */
public record ReportOptions(
        boolean colour,
        Severity failOn,
        String version,
        Map<String, String> rules,
        @Nullable URI pages) {
    public ReportOptions {
        rules = Map.copyOf(rules);
        if (pages != null && !pages.isAbsolute()) {
            throw new IllegalArgumentException("not an absolute URL: " + pages);
        }
    }
}
