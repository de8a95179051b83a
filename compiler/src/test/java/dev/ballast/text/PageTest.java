package dev.ballast.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.core.ParseException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageTest {
    private final TextTemplates templates = new TextTemplates();

    private String render(String text, Markup drawing) {
        return templates.page("text/values.html.ftl", Map.of("text", text, "drawing", drawing));
    }

    private static Markup drawing(String text) {
        return Element.of("g")
                .with("class", text)
                .holding(Element.of("title").holding(text))
                .markup();
    }

    @Test
    void textIsEscapedAndADrawingIsNot() {
        assertThat(render("<b a='1' b=\"2\">&amp;", drawing("d")))
                .isEqualTo("<p title=\"&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;\">"
                        + "&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;</p><g class=\"d\"><title>d</title></g>\n");
    }

    @Test
    void textInADrawingIsEscaped() {
        String evil = "\"><script>alert('1')</script>&";

        assertThat(drawing(evil))
                .hasToString("<g class=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;\">"
                        + "<title>&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</title></g>");
    }

    @Test
    void whatWouldReorderOrEndALineIsMadeVisible() {
        String tricky = "a\u202Eb\u0000c\u2066d\uD800e";
        String visible = "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe";

        assertThat(render(tricky, drawing("d"))).startsWith("<p title=\"" + visible + "\">" + visible + "</p>");
        assertThat(drawing(tricky)).hasToString("<g class=\"" + visible + "\"><title>" + visible + "</title></g>");
        assertThat(render("Größe 大きさ 👩‍💻", drawing("d"))).contains("Größe 大きさ 👩‍💻");
    }

    @Test
    void escapingCannotBeSwitchedOff() {
        assertThatThrownBy(() -> templates.page("text/no-esc.html.ftl", Map.of("text", "t")))
                .rootCause()
                .isInstanceOf(ParseException.class);
    }

    @Test
    void onlyDrawingsCanBeWritten() {
        assertThatThrownBy(() -> Element.of("script")).isInstanceOf(IllegalArgumentException.class);
        Element link = Element.of("path");
        assertThatThrownBy(() -> link.with("onclick", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> link.with("href", "x")).isInstanceOf(IllegalArgumentException.class);
        Element full = Element.of("g").holding("text");
        assertThatThrownBy(() -> full.with("class", "late")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTemplateOfAPageIsNoScriptAndTheOtherWayRound() {
        assertThatThrownBy(() -> templates.page("text/word.sh.ftl", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> templates.script("text/values.html.ftl", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lengthsAreShort() {
        assertThat(Element.number(12)).isEqualTo("12");
        assertThat(Element.number(100)).isEqualTo("100");
        assertThat(Element.number(12.345)).isEqualTo("12.3");
        assertThat(Element.number(-0.04)).isEqualTo("0");
        assertThat(Element.number(1e7)).isEqualTo("10000000");
    }
}
