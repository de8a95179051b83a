package dev.ballast.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.report.Findings;
import dev.ballast.report.ReportFormat;
import dev.ballast.report.ReportOptions;
import dev.ballast.report.Summary;
import dev.ballast.report.Validation;
import dev.ballast.source.Sources;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the rules is made from the rules, and reports link to it. */
class RulesPageTest {
    private static final Path PAGE = Path.of("../docs/rules.md");
    private static final Pattern LINK = Pattern.compile("\"docs/rules\\.md#([^\"]*)\"");

    @Test
    void thePageShowsTheRulesAsTheyAre() throws IOException {
        Golden.check(PAGE, RulesPage.text());
    }

    @Test
    void everyLinkOfAReportHasItsHeading() {
        List<String> headings = RulesPage.text()
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(RulesPageTest::anchorAtGithub)
                .toList();
        List<String> links = LINK.matcher(reportOfEveryRule())
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links).hasSameSizeAs(Catalogue.pagesById().keySet()).doesNotHaveDuplicates();
        assertThat(headings).containsExactlyInAnyOrderElementsOf(links);
    }

    private static String reportOfEveryRule() {
        List<Diagnostic> all = Catalogue.pagesById().keySet().stream()
                .map(id -> Diagnostic.note(id, new Place.Whole("file"), "found"))
                .toList();
        var validation = new Validation(
                new Findings(all, Sources.of(List.of())),
                Summary.of(1, 1, 1, 0, 0, all),
                List.of("file"),
                null,
                Instant.EPOCH);
        return ReportFormat.JSON.render(validation, new ReportOptions(false, Severity.ERROR, "1", Map.of(), null));
    }

    /** GitHub keeps letters, digits, hyphens and underscores, and makes hyphens of spaces. */
    private static String anchorAtGithub(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .replace(' ', '-');
    }
}
