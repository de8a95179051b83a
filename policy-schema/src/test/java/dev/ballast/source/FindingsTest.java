package dev.ballast.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader says of texts that it cannot read, or that ask too much. */
class FindingsTest {
    private static Outcome<SourceFile> read(String name, byte[] bytes, Limits limits) {
        return SourceReader.read(name, bytes, limits);
    }

    private static List<String> shown(Outcome<SourceFile> outcome) {
        return outcome.diagnostics().stream().map(SourceReaderTest::shown).toList();
    }

    private static byte[] bytes(int... values) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(values).forEach(out::write);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            a:~\tb: 1                   | 2:1-2:2  | a tab used for indentation
            a: "x                       | 1:6-1:6  | a quote was opened and never closed
            a: 'x                       | 1:6-1:6  | a quote was opened and never closed
            a: {{ .Values.x }}-y        | 1:19-1:20| template syntax
            {{- if .Values.on }}~a: 1   | 1:3-1:4  | template syntax
            a: b: c                     | 1:5-1:6  | found `: ` where no key can stand
            a: 1~b~c: 2                 | 2:1-2:2  | a line without `: `
            a: 1~b:2~c: 3               | 2:1-2:2  | a colon without a space
            a:b~c: d                    | 2:2-2:3  | a colon without a space
            a: ]                        | 1:4-1:5  | cannot begin a value
            %YAML 9.1~---~a             | 1:1-1:2  | another version
            a: >x                       | 1:5-1:6  | header of a text block
            a: [1, 2                    | 1:9-1:9  | opened and never closed
            a: [1 2}                    | 1:8-1:9  | inside `[ ]` or `{ }`
            a: @x                       | 1:4-1:5  | cannot begin with `@`
            a: `x`                      | 1:4-1:5  | a backtick
            a: %x                       | 1:4-1:5  | cannot begin with `%`
            a: "\\q"                     | 1:6-1:7  | a backslash that begins no escape
            a: - x                      | 1:4-1:5  | where no list can begin
            a: "x" y                    | 1:8-1:9  | not a key at this indentation
            <<<<<<< HEAD~a: 1           | 2:2-2:3  | conflict marker
            """)
    void syntaxErrorsAreExplainedAtTheirPlace(String text, String region, String words) {
        Outcome<SourceFile> outcome = SourceReaderTest.read(text.replace('~', '\n'));
        assertThat(shown(outcome)).containsExactly("yaml.syntax " + region);
        assertThat(outcome.diagnostics().get(0).message()).contains(words);
        assertThat(outcome.diagnostics().get(0).help()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            a: *x                 | yaml.alias 1:4-1:6
            a: &x [*x]            | yaml.alias 1:8-1:10
            a: !foo x             | yaml.tag 1:9-1:10
            a: !!binary aGk=      | yaml.tag 1:13-1:17
            a: !!int x            | yaml.tag 1:10-1:11
            a: !!set {x}          | yaml.tag 1:4-1:11
            a: .nan               | yaml.not-finite 1:4-1:8
            a: -.inf              | yaml.not-finite 1:4-1:9
            ? [a, b]~: c          | yaml.key 1:3-1:9
            {a: b}: c             | yaml.key 1:1-1:7

            null: c               | yaml.key 1:1-1:5
            18446744073709551616: c | yaml.key 1:1-1:21
            <<: 1                 | yaml.merge 1:5-1:6
            <<: [{a: 1}, 2]       | yaml.merge 1:5-1:16
            a: {{ x }}            | yaml.key 1:5-1:10
            a: "\\ud800"           | yaml.syntax 1:4-1:12
            """)
    void whatJsonCannotHoldIsAFinding(String text, String expected) {
        assertThat(SourceReaderTest.findings(text.replace('~', '\n'))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a": 1,}            | yaml.syntax 1:9-1:10
            {"a" 1}              | yaml.syntax 1:6-1:7
            {a: 1}               | yaml.syntax 1:2-1:3
            {"a": tru}           | yaml.syntax
            {"a": [1 2]}         | yaml.syntax
            {"a": 1              | yaml.syntax
            {"a": 1, "a": 2}     | yaml.duplicate-key 1:10-1:13
            {"a": 1e999}         | yaml.not-finite 1:7-1:12
            {"a": "\\ud800"}      | yaml.syntax 1:7-1:15
            """)
    void jsonIsStrict(String text, String expected) {
        assertThat(shown(read("p.json", text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p.json", "p.yaml", "-"})
    void jsonWithTabsIsReadUnderAnyName(String name) {
        Outcome<SourceFile> outcome = read(
                name,
                "{\n\t\"a\": [1,\t{\"b/c\": \"x\\u00e9\"}]\n}\n".getBytes(StandardCharsets.UTF_8),
                Limits.DEFAULT);
        assertThat(outcome.diagnostics()).isEmpty();
        Document d = outcome.value().orElseThrow().documents().get(0);
        assertThat(d.root().toString()).isEqualTo("{\"a\":[1,{\"b/c\":\"xé\"}]}");
        assertThat(SourceReaderTest.value(d, "")).isEqualTo("1:1-3:2");
        assertThat(SourceReaderTest.key(d, "/a")).isEqualTo("2:2-2:5");
        assertThat(SourceReaderTest.value(d, "/a/0")).isEqualTo("2:8-2:9");
        assertThat(SourceReaderTest.key(d, "/a/1/b~1c")).isEqualTo("2:12-2:17");
        assertThat(SourceReaderTest.value(d, "/a/1/b~1c")).isEqualTo("2:19-2:28");
        assertThat(SourceReaderTest.value(d, "/a")).isEqualTo("2:7-2:30");
    }

    @Test
    void positionsInALongJsonFileAreExact() {
        StringBuilder text = new StringBuilder("{\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("\"k").append(i).append("\": ").append(i).append(",\n");
        }
        Outcome<SourceFile> outcome = read(
                "p.json", text.append("\"end\": 1\n}\n").toString().getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
        assertThat(outcome.diagnostics()).isEmpty();
        Document d = outcome.value().orElseThrow().documents().get(0);
        for (int i = 0; i < 20_000; i++) {
            String key = "k" + i;
            assertThat(SourceReaderTest.key(d, "/" + key))
                    .isEqualTo("%d:1-%d:%d".formatted(i + 2, i + 2, key.length() + 3));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkTellsTheEncoding(String encoding) {
        byte[] bytes = "\uFEFFa: \"é😀\" # x\r\nb: 1\r\n".getBytes(Charset.forName(encoding));
        Outcome<SourceFile> outcome = read("p.yaml", bytes, Limits.DEFAULT);
        assertThat(outcome.diagnostics()).isEmpty();
        Document d = outcome.value().orElseThrow().documents().get(0);
        assertThat(d.root().toString()).isEqualTo("{\"a\":\"é😀\",\"b\":1}");
        assertThat(SourceReaderTest.key(d, "/a")).isEqualTo("1:1-1:2");
        assertThat(SourceReaderTest.value(d, "/a")).isEqualTo("1:4-1:8");
        assertThat(SourceReaderTest.value(d, "/b")).isEqualTo("2:4-2:5");
    }

    @Test
    void whatIsNotTextIsRefused() {
        assertThat(shown(read("p", bytes('a', ':', ' ', 0xC3, 0xA9, 0xFF, 'x'), Limits.DEFAULT)))
                .containsExactly("yaml.not-text 1:5-1:5");
        assertThat(shown(read("p", bytes('a', 0xE2, 0x82), Limits.DEFAULT))).containsExactly("yaml.not-text 1:2-1:2");
        assertThat(shown(read("p", bytes(0xFE, 0xFF, 0, 'a', 0), Limits.DEFAULT)))
                .containsExactly("yaml.not-text 1:2-1:2");
        assertThat(read("p", bytes('E', 'L', 'F', 0, 1, 0xFF), Limits.DEFAULT).diagnostics())
                .extracting(Diagnostic::rule, Diagnostic::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("source.binary", new Place.Whole("p")));
        assertThat(SourceReaderTest.findings("a: x\u0007y")).containsExactly("yaml.control-character 1:5-1:6");
        assertThat(SourceReaderTest.findings("a\u2028b: x")).containsExactly("yaml.control-character 1:1-1:4");
        assertThat(SourceReaderTest.findings("a: \"x\\0y\"")).containsExactly("yaml.control-character 1:4-1:10");
        assertThat(SourceReaderTest.findings("a: x\u2028y")).containsExactly("yaml.control-character 1:4-1:7");
        assertThat(SourceReaderTest.findings("a: \"x\\u0085y\"")).containsExactly("yaml.control-character 1:4-1:14");
        assertThat(SourceReaderTest.findings("{\"a\": \"x\\u2029y\"}"))
                .containsExactly("yaml.control-character 1:7-1:17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only\n", "---\n", "---\n# x\n---\n...\n", "\uFEFF"})
    void emptyFilesHaveNoDocuments(String text) {
        assertThat(SourceReaderTest.read(text).diagnostics()).isEmpty();
        assertThat(SourceReaderTest.read(text).value().orElseThrow().documents())
                .isEmpty();
    }

    @Test
    void everyBoundHasItsOwnFinding() {
        Limits small = new Limits(1000, 4, 3, 10, 2);
        assertThat(shown(read("p", "a".repeat(1001).getBytes(StandardCharsets.UTF_8), small)))
                .containsExactly("yaml.too-large");
        assertThat(shown(read("p", "a: {b: {c: {d: []}}}".getBytes(StandardCharsets.UTF_8), small)))
                .containsExactly("yaml.too-deep 1:16-1:17");
        assertThat(shown(read("p.json", "[[[[[]]]]]".getBytes(StandardCharsets.UTF_8), small)))
                .containsExactly("yaml.too-deep 1:5-1:6");
        assertThat(shown(read("p", "a: &a 1\nb: [*a, *a, *a, *a]".getBytes(StandardCharsets.UTF_8), small)))
                .containsExactly("yaml.too-many-aliases 2:17-2:19");
        assertThat(shown(read("p", "a: &a [1, 2, 3, 4, 5]\nb: [*a, *a]".getBytes(StandardCharsets.UTF_8), small)))
                .containsExactly("yaml.alias-expansion 2:9-2:11");
        assertThat(shown(read("p", "a: &a {b: [1]}\nc: {d: {e: *a}}".getBytes(StandardCharsets.UTF_8), small)))
                .containsExactly("yaml.too-deep 2:12-2:14");
        Outcome<SourceFile> many = read("p", "a: 1\n---\nb: 1\n---\nc: 1\n".getBytes(StandardCharsets.UTF_8), small);
        assertThat(shown(many)).containsExactly("yaml.too-many-documents 5:1-5:5");
        assertThat(many.value().orElseThrow().documents()).hasSize(2);
    }

    @Test
    void aHundredMegabytesAreRefusedBeforeAnythingIsRead() {
        byte[] large = new byte[100_000_000];
        assertThat(shown(read("p", large, Limits.DEFAULT))).containsExactly("yaml.too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: 1, ", ".nan, ", "? [x], "})
    void mistakesWithoutEndAreNotListedWithoutEnd(String part) {
        String text = (part.startsWith(".") ? "[" : "{") + part.repeat(100_000);
        List<Diagnostic> found = SourceReaderTest.read(text).diagnostics();
        assertThat(found).hasSize(10_001).last().extracting(Diagnostic::rule).isEqualTo("yaml.too-many-findings");
    }

    @Test
    void aMillionValuesAreEnough() {
        Outcome<SourceFile> outcome = SourceReaderTest.read("- a\n".repeat(1_000_000));
        assertThat(shown(outcome)).containsExactly("yaml.too-many-values 1000000:3-1000000:4");
        assertThat(shown(read(
                        "p.json", ("[" + "1,".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8), Limits.DEFAULT)))
                .containsExactly("yaml.too-many-values 1:2000000-1:2000001");
    }

    @Test
    void aLongWordIsReadInOneGo() {
        assertThat(SourceReaderTest.document("a".repeat(2_000_000)).root().asText())
                .hasSize(2_000_000);
    }

    @Test
    void aDocumentThatGoesOnWhereItCannotIsNotKept() {
        Outcome<SourceFile> outcome = SourceReaderTest.read("a: 1\n---\n'b' 'c'\n---\nd: 1\n");
        assertThat(outcome.value().orElseThrow().documents()).hasSize(2);
        assertThat(shown(outcome)).containsExactly("yaml.syntax 3:5-3:6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"\\u", "a: \"\\U7fffffff\"", "a: \"\\UFFFFFFFF\"", "a: \"\\x"})
    void escapesThatAreCutOffOrTooLargeAreSyntaxErrors(String text) {
        List<Diagnostic> found = SourceReaderTest.read(text).diagnostics();
        assertThat(found).extracting(Diagnostic::rule).containsExactly("yaml.syntax");
        assertThat(found.get(0).message()).contains("a backslash that begins no escape");
    }

    @Test
    void aBillionLaughsAreStoppedEarly() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n"
                    .formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, "*a" + (i - 1)))));
        }
        Outcome<SourceFile> outcome = SourceReaderTest.read(bomb.toString());
        assertThat(outcome.diagnostics()).extracting(Diagnostic::rule).containsExactly("yaml.alias-expansion");
        assertThat(outcome.value().orElseThrow().documents()).isEmpty();
    }
}
