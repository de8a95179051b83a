package dev.ballast.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.compile.CheckedText;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
    private static final String STORE = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec: {provider: aws, bucket: acme-velero, prefix: prod, region: us-east-1}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "a *bold* _word_|a \\*bold\\* \\_word\\_",
                "<script>|&lt;script&gt;",
                "ask @team, see #12|ask @<!-- -->team, see #<!-- -->12",
                "https://example.org|https:<!-- -->//example.org",
                "[a](b)|\\[a\\](b)",
                "R&D|R&amp;<!-- -->D"
            })
    void nothingOfAnotherBecomesMarkup(String text, String expected) {
        assertThat(Markdown.text(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"plain;`plain`", "a`b;`` a`b ``", "a``b;``` a``b ```", "a|b;`a\\|b`"})
    void codeStaysCode(String text, String expected) {
        assertThat(Markdown.code(text)).isEqualTo(expected);
    }

    @Test
    void aMessageKeepsItsCodeAndNothingElse() {
        assertThat(Markdown.message("the store `a*b` is *not* one of `x|y`"))
                .isEqualTo("the store `a*b` is \\*not\\* one of `x\\|y`");
        assertThat(Markdown.message("one ` alone")).isEqualTo("one \\` alone");
    }

    @Test
    void aLineBreakDoesNotBreakALine() {
        assertThat(Markdown.text("a\nb").lines()).hasSize(1);
        assertThat(Markdown.code("a\n```\nb").lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1", "60", "400", "2000"})
    void aCommentIsNeverTooLongAndNeverCutInTwo(int policies) {
        String comment = PlanMarkdown.of(Compared.of(fleet(policies, 7), fleet(policies, 5)), "default");
        assertThat(comment.length()).isLessThanOrEqualTo(PlanMarkdown.LONGEST);
        assertThat(comment)
                .startsWith("<!-- ballast:plan tag=default valid-at=%s -->\n".formatted(CheckedText.AT))
                .endsWith("</sub>\n");
        assertThat(count(comment, "<details>")).isEqualTo(count(comment, "</details>"));
        assertThat(count(comment, "\n```")).isEven();
        assertThat(comment.lines().filter(line -> line.startsWith("|")))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("|") && line.split("\\|", -1).length == 9);
        assertThat(comment).contains(policies == 1 ? "`shop-0` changes" : policies + " policies can restore less");
    }

    @Test
    void whatIsLeftOutIsCounted() {
        String comment = PlanMarkdown.of(Compared.of(fleet(2000, 7), fleet(2000, 5)), "default");
        long rows = comment.lines().filter(line -> line.startsWith("| changed")).count();
        assertThat(rows).isPositive().isLessThan(2000);
        assertThat(comment).contains("%d policies more changed".formatted(2000 - rows));
    }

    @Test
    void theGreatestChangesStay() {
        String comment = PlanMarkdown.of(
                Compared.of(fleet(900, 7) + policy("ledger", 90), fleet(900, 8) + policy("ledger", 30)), "default");
        assertThat(comment).contains("`ledger`", "90 → 30");
    }

    @Test
    void theSameChangeIsTheSameBytes() {
        String before = fleet(50, 7);
        String after = fleet(40, 9);
        assertThat(PlanMarkdown.of(Compared.of(before, after), "a"))
                .isEqualTo(PlanMarkdown.of(Compared.of(before, after), "a"));
        List<String> documents = new java.util.ArrayList<>(List.of(after.split("(?<=\n)---\n")));
        Collections.reverse(documents);
        assertThat(PlanText.of(Compared.of(before, String.join("---\n", documents))))
                .as("the order of documents says nothing")
                .isEqualTo(PlanText.of(Compared.of(before, after)));
    }

    private static String fleet(int policies, int days) {
        return STORE
                + IntStream.range(0, policies)
                        .mapToObj(i -> policy("shop-" + i, days))
                        .collect(Collectors.joining());
    }

    private static String policy(String name, int days) {
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: %s}
                spec:
                  select: {namespaces: [%s]}
                  keep: {daily: %d}
                  volumes: {method: snapshot-move}
                """.formatted(name, name, days);
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
