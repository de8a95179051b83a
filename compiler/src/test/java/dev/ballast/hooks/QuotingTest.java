package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.text.ShellWord;
import dev.ballast.text.TextTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Quoting, judged by the shell itself. */
class QuotingTest {
    private static final TextTemplates TEMPLATES = new TextTemplates();
    private static Path directory = Path.of("");

    @BeforeContainer
    static void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("ballast-quoting");
    }

    @AfterContainer
    static void removeDirectory() throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Provide
    Arbitrary<String> values() {
        return Recipes.values();
    }

    /** Texts in which the value is printed between angle brackets, in every place where it is expanded. */
    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(
                "printf '<%s>' $(params.x)",
                "printf '<%s>' \"$(params.x)\"",
                "printf '<%s>' '$(params.x)'",
                "printf '<%s>' \"\"$(params.x)''",
                "x=$(params.x); printf '<%s>' \"$x\"",
                "printf '<%s>' \"$(printf '%s.' $(params.x))\" | sed '$ s/\\.>$/>/'",
                "printf '<%s>' \"$(printf '%s.' \"$(params.x)\")\" | sed '$ s/\\.>$/>/'",
                "y='a\"b'; : \"${y}'\" # it's \"open\n printf '<%s>' $(params.x)",
                ": $((1 << 2)) ${HOME} $# $$; printf '<%s>' \\\n  $(params.x)",
                "if true; then (printf '<%s>' \"$(params.x)\"); fi # $(params.x)",
                "f() { printf '<%s>' \"$1\"; }; f $(params.x)");
    }

    @Property(tries = 300)
    void aTemplateHandsTheShellExactlyTheValue(@ForAll("values") String value) {
        String script = TEMPLATES.script("text/word.sh.ftl", Map.of("value", value));
        assertThat(run(script)).isEqualTo(value);
    }

    @Property(tries = 300)
    void aUsersScriptSeesExactlyTheValue(@ForAll("places") String place, @ForAll("values") String value) {
        assertThat(run(Recipes.script(place, value))).isEqualTo("<" + value + ">");
    }

    /**
     * Scripts put together at random from everything that matters to quoting. Whatever is not refused must print the same, whether the value
     * is inserted by the expansion or, where the reference stood, read from a variable that the shell expands.
     */
    @Property(tries = 1500)
    void whatIsNotRefusedIsNeverRead(@ForAll("pieces") List<String> pieces) {
        String text = String.join("", pieces);
        var result = HookExpansion.expand(
                Recipes.user(new Action.Script(text)),
                Map.of("x", "'; echo OWNED; \"; echo OWNED; `echo OWNED` $(echo OWNED)\necho OWNED\n"));
        if (result instanceof HookExpansion.Result.Steps steps) {
            for (String shell : List.of("dash", "bash")) {
                var run =
                        Sh.script(directory, shell, steps.pre().get(0).command().get(2), Map.of());
                assertThat(run.out().lines()).as("%s runs <%s>", shell, text).doesNotContain("OWNED");
            }
        }
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "$(params.x)",
                        "$(params.x)",
                        "$(params.x)",
                        "'",
                        "\"",
                        "\\",
                        "\n",
                        " ",
                        "$",
                        "$(",
                        "(",
                        ")",
                        "((",
                        "))",
                        "`",
                        "#",
                        "<<E",
                        "\nE\n",
                        "${y:-",
                        "${y}",
                        "}",
                        "{ ",
                        "case a in a)",
                        ";; esac",
                        "$'",
                        "\\'",
                        "\\\n",
                        ": ",
                        ";",
                        "=",
                        "<",
                        "$((",
                        "a",
                        "y=",
                        "&& ",
                        "$[",
                        "]")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static String run(String script) {
        return Sh.script(directory, "/bin/sh", script, Map.of()).succeeded().out();
    }

    @Property(tries = 200)
    void aQuotedWordNeverEndsEarly(@ForAll("values") String value) {
        assertThat(run("set -- " + ShellWord.quote(value) + "; printf %s \"$#\""))
                .isEqualTo("1");
    }
}
