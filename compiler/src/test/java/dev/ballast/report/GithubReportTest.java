package dev.ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import dev.ballast.source.Sources;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GithubReportTest {
    private record Command(String name, Map<String, String> properties, String message) {}

    @Property
    void whatGithubReadsIsWhatWasFound(@ForAll("texts") String source, @ForAll("texts") String message) {
        var place = new Place.Text("dir/" + source, new Region(3, 5, 3, 9));
        String out = GithubReport.render(
                new Findings(List.of(Diagnostic.error("a.b", place, message)), Sources.of(List.of())));
        assertThat(out).endsWith("\n").doesNotContain("\r");
        assertThat(out.chars().filter(c -> c == '\n')).hasSize(1);
        assertThat(parse(out.substring(0, out.length() - 1)))
                .isEqualTo(new Command(
                        "error",
                        Map.of(
                                "file",
                                "dir/" + source,
                                "line",
                                "3",
                                "col",
                                "5",
                                "endLine",
                                "3",
                                "endColumn",
                                "9",
                                "title",
                                "a.b"),
                        message));
    }

    @Test
    void theWorstComeFirst() {
        var place = new Place.Whole("f");
        var found = List.of(
                Diagnostic.note("a.b", place, "n"),
                Diagnostic.warning("a.b", place, "w"),
                Diagnostic.error("a.b", place, "e"));
        assertThat(GithubReport.render(new Findings(found, Sources.of(List.of())))
                        .lines())
                .extracting(line -> parse(line).name())
                .containsExactly("error", "warning", "notice");
    }

    @Test
    void tenOfALevelAreShown() {
        assertThat(GithubReport.render(errors(10)).lines()).hasSize(10).allMatch(line -> line.contains("file=f"));
    }

    @Test
    void ofMoreThanTenTheTenthSaysHowManyThereAre() {
        List<String> lines = GithubReport.render(errors(14)).lines().toList();
        assertThat(lines).hasSize(10);
        assertThat(parse(lines.get(9)).message()).isEqualTo("5 more; GitHub shows ten of a kind");
    }

    private static Findings errors(int number) {
        return new Findings(
                IntStream.range(0, number)
                        .mapToObj(i -> Diagnostic.error("a.b", new Place.Whole("f"), "message " + i))
                        .toList(),
                Sources.of(List.of()));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("%:,\r\n=2053AD ").ofMaxLength(30),
                Arbitraries.strings().ofMaxLength(30));
    }

    /** As the runner does: the properties end at the first {@code ::}, each at a comma, and are unescaped last. */
    private static Command parse(String line) {
        assertThat(line).startsWith("::");
        int end = line.indexOf("::", 2);
        String[] head = line.substring(2, end).split(" ", 2);
        var properties = new HashMap<String, String>();
        for (String pair : head[1].split(",", -1)) {
            String[] parts = pair.split("=", 2);
            properties.put(parts[0], unescape(parts[1].replace("%3A", ":").replace("%2C", ",")));
        }
        return new Command(head[0], properties, unescape(line.substring(end + 2)));
    }

    /** Percent comes last, so that an escaped percent sign does not begin an escape. */
    private static String unescape(String text) {
        return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }
}
