package dev.ballast.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {
    static final KeyOrder ORDER = (kind, pointer) -> switch (pointer) {
        case "" -> List.of("apiVersion", "kind", "metadata", "spec");
        case "/metadata" -> List.of("name", "labels");
        case "/spec" -> List.of("class", "select", "keep", "store", "hooks");
        default -> List.of();
    };

    static Outcome<String> format(String text) {
        SourceFile file = SourceReader.read("p.yaml", text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT)
                .value()
                .orElseThrow();
        return Formatter.format(file, ORDER);
    }

    private static void check(String before, String after) {
        Outcome<String> once = format(before);
        assertThat(once.value()).contains(after);
        assertThat(once.diagnostics()).isEmpty();
        assertThat(format(after).value()).contains(after);
    }

    @Test
    void keysComeInOrderWithTheirComments() {
        check("""
                # Licence header

                # what it is
                kind: BackupPolicy   # a policy
                spec:
                    # where to
                    store: "primary"


                    keep: {weekly: 4,   daily: 7}   # restore points
                    # behind the last key
                    other: 'x'
                    # tail of spec
                # the version
                apiVersion: ballast.dev/v1alpha1
                metadata:
                  labels:
                    app: 'y'   # quoted for a reason
                  name: books
                """, """
                # Licence header

                # the version
                apiVersion: ballast.dev/v1alpha1
                # what it is
                kind: BackupPolicy # a policy
                metadata:
                  name: books
                  labels:
                    app: 'y' # quoted for a reason
                spec:
                  keep: {weekly: 4, daily: 7} # restore points
                  # where to
                  store: primary
                  # behind the last key
                  other: x
                  # tail of spec
                """);
    }

    @Test
    void listsAnchorsTextBlocksAndLongBracketsKeepTheirMeaning() {
        check("""
                apiVersion: ballast.dev/v1alpha1
                kind: BackupClass
                spec:
                  hooks:
                  - name: 'one'   # first
                    run: &r |
                        echo "  #no comment"

                          indented
                        exit 0
                  # before the second
                  -   name: two
                      args: [ 'a b', "c", "7", '*', "yes" ]
                      again: *r
                  - plain text
                      of two lines
                  select: &s {matchLabels: {aaaaaaaaaaaaaaaaaaaaaaaaaaa: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccccccc: dddddddddddddd, e: [1, 2]}}
                  keep:
                    {
                      daily: 7,
                      weekly: 4
                    }
                  store: !!str 12
                """, """
                apiVersion: ballast.dev/v1alpha1
                kind: BackupClass
                spec:
                  select: &s
                    matchLabels:
                      aaaaaaaaaaaaaaaaaaaaaaaaaaa: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                      cccccccccccccc: dddddddddddddd
                      e: [1, 2]
                  keep: {daily: 7, weekly: 4}
                  store: !!str 12
                  hooks:
                    - name: one # first
                      run: &r |
                        echo "  #no comment"

                          indented
                        exit 0
                    # before the second
                    - name: two
                      args: ['a b', c, "7", '*', "yes"]
                      again: *r
                    - plain text
                      of two lines
                """);
    }

    @Test
    void otherKindsStayCharForChar() {
        String other = "apiVersion: v1\r\nkind:   ConfigMap\r\ndata: {a:   'b'}\r\n\r\n\r\n";
        String policy = "kind:   BackupStore\r\napiVersion: ballast.dev/v1alpha1";
        check(
                other + "---   \r\n" + policy + "\r\n---\r\n" + other + "---\n# nothing\n",
                other + "---\napiVersion: ballast.dev/v1alpha1\nkind: BackupStore\n---\r\n" + other
                        + "---\n# nothing\n");
    }

    @Test
    void anAliasNeverMovesBeforeItsAnchor() {
        check(
                "spec:\n    keep: &k {daily: 7}\n    class: *k\napiVersion: ballast.dev/v1\n",
                "spec:\n  keep: &k {daily: 7}\n  class: *k\napiVersion: ballast.dev/v1\n");
    }

    @Test
    void keysMoveInsideBracketsToo() {
        check(
                "apiVersion: ballast.dev/v1\nmetadata: {labels: {b: 1, a: 2}, name: x}\n",
                "apiVersion: ballast.dev/v1\nmetadata: {name: x, labels: {b: 1, a: 2}}\n");
    }

    @Test
    void bracketsWithCommentsStayAsTheyAreWritten() {
        check(
                "apiVersion: ballast.dev/v1\nspec: {a: 1, # one\n       b: 2} # two\n",
                "apiVersion: ballast.dev/v1\nspec: {a: 1, # one\n  b: 2} # two\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "? apiVersion\n: ballast.dev/v1\n",
                "apiVersion: ballast.dev/v1\nspec: |2\n    x\n",
                "apiVersion: ballast.dev/v1\nspec: |+\n  x\n\n\n",
                "apiVersion: ballast.dev/v1\nspec:\n  # here\n  x\n",
                "{apiVersion: ballast.dev/v1}\n",
                "apiVersion:   ballast.dev/v1\n...\n",
                "apiVersion: ballast.dev/v1\nspec: [1\n",
                "apiVersion:   ballast.dev/v1\na: 1\na: 2\n"
            })
    void whatCannotBeKeptIsLeftAloneWithANote(String text) {
        Outcome<String> outcome = format(text);
        assertThat(outcome.value()).contains(text);
        assertThat(outcome.diagnostics()).extracting(Diagnostic::rule).containsExactly("format.kept");
    }

    @Test
    void jsonFilesStayAsTheyAre() {
        SourceFile file = new SourceFile("p.json", "{\"apiVersion\":  \"ballast.dev/v1\"}", List.of());
        assertThat(Formatter.format(file, ORDER).value()).contains(file.text());
    }
}
