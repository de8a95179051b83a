package dev.ballast.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Ordinary files: trees, positions, anchors and merge keys. */
class SourceReaderTest {
    static Outcome<SourceFile> read(String text) {
        return SourceReader.read("p.yaml", text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    }

    static Document document(String text) {
        Outcome<SourceFile> outcome = read(text);
        assertThat(outcome.diagnostics()).isEmpty();
        assertThat(outcome.value().orElseThrow().documents()).hasSize(1);
        return outcome.value().orElseThrow().documents().get(0);
    }

    /** A finding as {@code rule line:column-endLine:endColumn}. */
    static String shown(Diagnostic d) {
        return d.place() instanceof Place.Text text ? d.rule() + " " + shown(text.region()) : d.rule();
    }

    static String shown(Region r) {
        return "%d:%d-%d:%d".formatted(r.line(), r.column(), r.endLine(), r.endColumn());
    }

    static List<String> findings(String text) {
        return read(text).diagnostics().stream().map(SourceReaderTest::shown).toList();
    }

    static String key(Document d, String pointer) {
        return shown(Objects.requireNonNull(d.spans().get(pointer)).key());
    }

    static String value(Document d, String pointer) {
        return shown(Objects.requireNonNull(d.spans().get(pointer)).value());
    }

    @Test
    void everyKeyAndValueHasItsPosition() {
        Document d = document("""
                a: 1
                b:
                  - x
                  - {k: "z"}
                c: |
                  text

                """);
        assertThat(d.root().toString()).isEqualTo("{\"a\":1,\"b\":[\"x\",{\"k\":\"z\"}],\"c\":\"text\\n\"}");
        assertThat(value(d, "")).isEqualTo("1:1-6:7");
        assertThat(key(d, "/a")).isEqualTo("1:1-1:2");
        assertThat(value(d, "/a")).isEqualTo("1:4-1:5");
        assertThat(value(d, "/b")).isEqualTo("3:3-4:13");
        assertThat(value(d, "/b/0")).isEqualTo("3:5-3:6");
        assertThat(value(d, "/b/1")).isEqualTo("4:5-4:13");
        assertThat(key(d, "/b/1/k")).isEqualTo("4:6-4:7");
        assertThat(value(d, "/b/1/k")).isEqualTo("4:9-4:12");
        assertThat(value(d, "/c")).isEqualTo("5:4-6:7");
    }

    @Test
    void aliasesStandWhereTheyAreWrittenAndTheirChildrenWhereTheAnchorIs() {
        Document d = document("""
                a: &x {k: 1}
                b: *x
                c: &s word
                """);
        assertThat(d.root().toString()).isEqualTo("{\"a\":{\"k\":1},\"b\":{\"k\":1},\"c\":\"word\"}");
        assertThat(value(d, "/a")).isEqualTo("1:7-1:13");
        assertThat(value(d, "/b")).isEqualTo("2:4-2:6");
        assertThat(value(d, "/b/k")).isEqualTo("1:11-1:12");
        assertThat(value(d, "/c")).isEqualTo("3:7-3:11");
    }

    @Test
    void mergeKeysLetExplicitKeysAndEarlierMergesWin() {
        Document d = document("""
                one: &one {a: 1, b: 1}
                two: &two {b: 2, c: 2}
                single: {<<: *one, b: 9}
                list:
                  c: 9
                  <<: [*two, *one]
                "<<": quoted
                """);
        assertThat(d.root().get("single").toString()).isEqualTo("{\"b\":9,\"a\":1}");
        assertThat(d.root().get("list").toString()).isEqualTo("{\"c\":9,\"b\":2,\"a\":1}");
        assertThat(d.root().get("<<").asText()).isEqualTo("quoted");
        assertThat(key(d, "/list/b")).isEqualTo("2:12-2:13");
    }

    @Test
    void severalDocumentsAreCountedWithoutTheEmptyOnes() {
        SourceFile file =
                read("---\n# nothing\n---\na: 1\n...\n---\nb: 2\n---\n").value().orElseThrow();
        assertThat(file.documents()).extracting(Document::index).containsExactly(0, 1);
        assertThat(file.documents()).extracting(d -> d.root().toString()).containsExactly("{\"a\":1}", "{\"b\":2}");
        assertThat(value(file.documents().get(1), "/b")).isEqualTo("7:4-7:5");
    }

    @Test
    void everyDuplicateKeyIsFoundWithBothPlaces() {
        Outcome<SourceFile> outcome = read("a: 1\nb: {c: 1, c: 2}\na: 2\n'a': 3\n");
        assertThat(outcome.diagnostics())
                .extracting(SourceReaderTest::shown)
                .containsExactly(
                        "yaml.duplicate-key 2:11-2:12", "yaml.duplicate-key 3:1-3:2", "yaml.duplicate-key 4:1-4:4");
        assertThat(outcome.diagnostics().get(2).related())
                .containsExactly(
                        new Diagnostic.Related(new Place.Text("p.yaml", new Region(1, 1, 1, 2)), "first here"));
        assertThat(outcome.value().orElseThrow().documents()).hasSize(1);
    }

    @Test
    void documentsAroundASyntaxErrorAreKept() {
        Outcome<SourceFile> outcome = read("a: 1\n---\nb: [1\nc: 2\n---\nd: 4\n---\ne: 'x\n");
        assertThat(outcome.value().orElseThrow().documents())
                .extracting(d -> d.root().toString())
                .containsExactly("{\"a\":1}", "{\"d\":4}");
        assertThat(outcome.diagnostics()).extracting(Diagnostic::rule).containsExactly("yaml.syntax", "yaml.syntax");
        assertThat(value(outcome.value().orElseThrow().documents().get(1), "/d"))
                .isEqualTo("6:4-6:5");
    }
}
