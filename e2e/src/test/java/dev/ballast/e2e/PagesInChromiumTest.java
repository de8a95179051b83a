package dev.ballast.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.browser.Browser;
import dev.ballast.e2e.browser.NeedsBrowser;
import dev.ballast.e2e.browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages fit the screens they are shown on, ask for nothing from outside, and leave pictures in {@code target/pages}. */
@NeedsBrowser
class PagesInChromiumTest {
    private static final Path FOLDER = Path.of("target/pages").toAbsolutePath();

    static Stream<Arguments> looks() {
        return Stream.of(SamplePage.values())
                .flatMap(page -> Stream.of(1280, 900, 400)
                        .flatMap(width ->
                                Stream.of(Tab.Scheme.values()).map(scheme -> Arguments.of(page, width, scheme))));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void aPageFitsItsScreen(SamplePage page, int width, Tab.Scheme scheme, Browser browser) throws Exception {
        Path file = write(page.word() + ".html", page.html());
        try (Tab tab = browser.tab()) {
            tab.look(width, scheme);
            tab.open(file);
            if (page != SamplePage.FLEET) {
                tab.evaluate("document.querySelectorAll('details.part').forEach(part => part.open = true)");
            }
            Files.write(FOLDER.resolve("%s-%d-%s.png".formatted(page.word(), width, scheme.word())), tab.picture());

            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .isEqualTo(width);
            assertThat(tab.evaluate("getComputedStyle(document.body).color").asText())
                    .isEqualTo(scheme == Tab.Scheme.LIGHT ? "rgb(20, 24, 31)" : "rgb(232, 235, 240)");
            assertThat(texts(tab, OUTSIDE)).isEmpty();
            assertThat(texts(tab, OVERLAPPING)).isEmpty();
            assertThat(texts(tab, TINY)).isEmpty();
        }
    }

    @Test
    void anOverflowIsSeen(Browser browser) throws Exception {
        String wide = SamplePage.TEXTBOOK.html().replace("<main>", "<main><p style=\"width:5000px\">wide</p>");
        try (Tab tab = browser.tab()) {
            tab.look(1280, Tab.Scheme.LIGHT);
            tab.open(write("overflow.html", wide));

            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .isGreaterThan(5000);
        }
    }

    @Test
    void aScriptOrAnImageFromOutsideIsRefused(Browser browser) throws Exception {
        String foreign = SamplePage.TEXTBOOK
                .html()
                .replace("<main>", "<main><script>document.title='taken over'</script><img src='outside.png' alt=''>");
        try (Tab tab = browser.tab()) {
            tab.look(1280, Tab.Scheme.LIGHT);
            tab.open(write("foreign.html", foreign));

            assertThat(tab.evaluate("document.title").asText()).isEqualTo("Forecast: shop");
            assertThat(tab.complaints())
                    .hasSize(2)
                    .allMatch(complaint -> complaint.contains("Content Security Policy"));
        }
    }

    @Test
    void aLinkUnfoldsThePolicyItLeadsTo(Browser browser) throws Exception {
        try (Tab tab = browser.tab()) {
            tab.look(1280, Tab.Scheme.LIGHT);
            tab.open(write("link.html", SamplePage.FLEET.html()));
            String unfolded = "[...document.querySelectorAll('details.part[open]>div')].map(d => d.id)";
            assertThat(texts(tab, unfolded)).isEmpty();

            tab.evaluate("document.querySelector('td a[href=\"#policy-prod.wiki\"]').click()");

            assertThat(texts(tab, unfolded)).containsExactly("policy-prod.wiki");
        }
    }

    /** The picture in the documentation is made anew for every run; whoever changes pages copies it to {@code docs/images}. */
    @Test
    void thePictureForTheDocumentationIsMade(Browser browser) throws Exception {
        try (Tab tab = browser.tab()) {
            tab.look(1280, Tab.Scheme.LIGHT);
            tab.open(write("documentation.html", SamplePage.BOOKSTORE.html()));
            JsonNode end = tab.evaluate("document.querySelectorAll('section.card')[2].getBoundingClientRect().bottom");
            byte[] picture = tab.picture(1280, end.asInt() + 14);
            Files.write(FOLDER.resolve("forecast.png"), picture);

            assertThat(picture).hasSizeLessThan(200_000);
            assertThat(end.asInt()).isBetween(900, 1300);
        }
    }

    /** Labels of charts that are shown, with their boxes. */
    private static final String SHOWN = """
            const shown = [...document.querySelectorAll('svg')].filter(s => s.getClientRects().length).map(svg =>
              ({svg: svg.getBoundingClientRect(), texts: [...svg.querySelectorAll('text')]
                .filter(t => t.textContent).map(t => ({t: t.textContent, b: t.getBoundingClientRect(), s: svg}))}));
            """;

    private static final String OUTSIDE = "(() => {" + SHOWN + """
            return shown.flatMap(c => c.texts.filter(({b}) => b.left < c.svg.left - 1 || b.right > c.svg.right + 1
              || b.top < c.svg.top - 1 || b.bottom > c.svg.bottom + 1).map(({t}) => t));})()""";

    private static final String OVERLAPPING = "(() => {" + SHOWN + """
            return shown.flatMap(c => c.texts.flatMap((a, i) => c.texts.slice(i + 1).filter(o =>
              a.b.left < o.b.right - 1 && o.b.left < a.b.right - 1 && a.b.top < o.b.bottom - 3 && o.b.top < a.b.bottom - 3)
              .map(o => a.t + ' / ' + o.t)));})()""";

    /** Smaller than nine pixels where it is shown. */
    private static final String TINY = "(() => {" + SHOWN + """
            return shown.flatMap(c => c.texts.filter(({b}) => b.height < 9).map(({t}) => t));})()""";

    private static List<String> texts(Tab tab, String expression) {
        JsonNode found = tab.evaluate(expression);
        assertThat(found.isArray()).isTrue();
        var texts = new ArrayList<String>();
        found.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Path write(String name, String html) throws IOException {
        Files.createDirectories(FOLDER);
        return Files.writeString(FOLDER.resolve(name), html);
    }
}
