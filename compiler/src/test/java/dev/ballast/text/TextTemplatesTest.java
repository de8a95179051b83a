package dev.ballast.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.core.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTemplatesTest {
    private final TextTemplates templates = new TextTemplates();

    private String render(String name, String value) {
        return templates.script("text/" + name + ".sh.ftl", Map.of("value", value));
    }

    @Test
    void aValueBecomesOneQuotedWord() {
        assertThat(render("word", "it's $(x)")).isEqualTo("printf '%s' 'it'\\''s $(x)'\n");
        assertThat(render("word", "")).isEqualTo("printf '%s' ''\n");
    }

    @Test
    void theShellsOwnExpansionsAreLeftAlone() {
        assertThat(render("static", "v")).isEqualTo("echo \"${HOME}\" $(date) $((1 + 1)) 'v' \"$@\"\n");
    }

    @Test
    void aValueThatIsMissingIsAnError() {
        assertThatThrownBy(() -> render("undefined", "v"))
                .isInstanceOf(IllegalStateException.class)
                .cause()
                .hasMessageContaining("absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-esc", "noautoesc"})
    void escapingCannotBeSwitchedOff(String name) {
        assertThatThrownBy(() -> render(name, "v")).rootCause().isInstanceOf(ParseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api", "new"})
    void templatesReachNoJava(String name) {
        assertThatThrownBy(() -> render(name, "v")).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/word.txt", "text/word.ftl"})
    void onlyScriptsAreRenderedAsScripts(String name) {
        assertThatThrownBy(() -> templates.script(name, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWordCannotHoldNul() {
        assertThatThrownBy(() -> ShellWord.quote("a\0b")).isInstanceOf(IllegalArgumentException.class);
    }
}
