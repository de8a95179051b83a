package dev.ballast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.source.Sources;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Diagnostic ERROR = Diagnostic.error("a.b", new Place.Whole("f"), "e");
    private static final Diagnostic WARNING = Diagnostic.warning("a.b", new Place.Whole("g"), "w");

    @Test
    void findingsAreKeptOnceAndInOrder() {
        assertThat(new Findings(List.of(WARNING, ERROR, WARNING), Sources.of(List.of())).diagnostics())
                .containsExactly(ERROR, WARNING);
    }

    @Test
    void aSummaryCountsBySeverity() {
        assertThat(Summary.of(1, 2, 3, 4, 5, List.of(WARNING, ERROR, ERROR)))
                .isEqualTo(new Summary(1, 2, 3, 4, 2, 1, 0, 5));
    }

    @Test
    void noCountIsNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Summary(0, 0, 0, 0, 0, 0, 0, -1));
    }

    @Test
    void aWarningFailsItsJunitCaseOnlyWhenAskedTo() {
        var validation = new Validation(
                new Findings(List.of(WARNING), Sources.of(List.of())),
                Summary.of(1, 1, 1, 0, 0, List.of(WARNING)),
                List.of("g"),
                null,
                java.time.Instant.EPOCH);
        assertThat(JunitReport.render(validation, Severity.WARNING))
                .contains("failures=\"1\"", "<failure type=\"a.b\"");
        assertThat(JunitReport.render(validation, Severity.ERROR))
                .contains("failures=\"0\"")
                .doesNotContain("<failure");
    }

    @Test
    void pagesAreLinkedOnlyToAnAbsoluteUrl() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportOptions(false, Severity.ERROR, "1", Map.of(), URI.create("docs/")));
    }

    @Test
    void withoutAUrlSarifLinksNoPage() {
        var options = new ReportOptions(false, Severity.ERROR, "1", Map.of(), null);
        assertThat(SarifReport.of(Samples.ALL_KINDS_OF_PLACES.validation(), options)
                        .findValues("helpUri"))
                .isEmpty();
    }

    @Test
    void anAbsolutePathIsAFileUrl() {
        var found = new Findings(
                List.of(Diagnostic.error("a.b", new Place.Whole("/tmp/a b.yaml"), "x")), Sources.of(List.of()));
        var validation = new Validation(
                found, Summary.of(1, 0, 0, 0, 0, found.diagnostics()), List.of(), null, java.time.Instant.EPOCH);
        assertThat(SarifReport.of(validation, Samples.options()).at("/runs/0/results/0/locations/0/physicalLocation"))
                .hasToString("{\"artifactLocation\":{\"uri\":\"file:///tmp/a%20b.yaml\"}}");
    }
}
