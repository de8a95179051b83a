package dev.ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.source.Sources;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintsTest {
    private static final String TEXT = "kind: A\nspec:\n  daily: 7\n  daily: 7\n  weekly: 4\n";

    @Test
    void linesInFrontOfAFindingDoNotChangeIt() {
        assertThat(made("# a comment\n\n" + TEXT)).isEqualTo(made(TEXT));
    }

    @Test
    void everyFindingHasItsOwn() {
        var issues = GitlabReport.of(findings(TEXT));
        var seen = new HashSet<String>();
        issues.forEach(issue -> seen.add(issue.get("fingerprint").textValue()));
        assertThat(seen).hasSize(findings(TEXT).diagnostics().size());
    }

    @Test
    void equalFindingsAreCounted() {
        var twice = List.of(
                Diagnostic.error("a.b", new Place.Whole("f"), "one"),
                Diagnostic.error("a.b", new Place.Whole("f"), "two"));
        assertThat(Fingerprints.of(new Findings(twice, Sources.of(List.of()))))
                .extracting(Fingerprints.Fingerprint::ordinal)
                .containsExactly(1, 2);
    }

    private static List<Fingerprints.Fingerprint> made(String text) {
        return Fingerprints.of(findings(text));
    }

    /** Alike but for one thing each: rule, policy, environment, pointer, what stands on the line. */
    private static Findings findings(String text) {
        var texts = new Texts().with("f", text);
        var daily = texts.field("f", "/spec/daily", "7");
        List<Diagnostic> found = List.of(
                Diagnostic.error("a.b", daily, "line " + text.lines().count()),
                Diagnostic.error("a.c", daily, "x"),
                Diagnostic.error("a.b", daily, "x").about("p", null),
                Diagnostic.error("a.b", daily, "x").about("p", "e"),
                Diagnostic.error("a.b", texts.field("f", "/spec/weekly", "4"), "x"),
                Diagnostic.error("a.b", texts.text("f", "spec"), "x"),
                Diagnostic.error("a.b", texts.text("f", "weekly"), "x"),
                Diagnostic.error("a.b", texts.text("f", "kind"), "x"));
        return new Findings(found, texts.sources());
    }
}
