package dev.ballast.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static SourceFile file(String name, String text) {
        return SourceReader.read(name, text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT)
                .value()
                .orElseThrow();
    }

    private static final Sources SOURCES =
            Sources.of(List.of(file("b.yaml", "a: 1\r\nb:\r\n  c: é\r\n---\r\nd: 4\r\n"), file("a.yaml", "x: 1")));

    @Test
    void placesBecomeRegions() {
        Place.Field c = Place.value("b.yaml", 0, "/b/c");
        assertThat(SOURCES.region(c)).contains(new Region(3, 6, 3, 7));
        assertThat(SOURCES.region(c.key())).contains(new Region(3, 3, 3, 4));
        assertThat(SOURCES.region(c.child("none").child(3))).contains(new Region(3, 3, 3, 4));
        assertThat(SOURCES.region(Place.value("b.yaml", 1, "/d"))).contains(new Region(5, 4, 5, 5));
        assertThat(SOURCES.region(Place.value("b.yaml", 2, ""))).isEmpty();
        assertThat(SOURCES.region(new Place.Whole("b.yaml"))).isEmpty();
        assertThat(SOURCES.region(Place.value("none", 0, ""))).isEmpty();
    }

    @Test
    void linesComeWithoutTheirEnd() {
        assertThat(SOURCES.line("b.yaml", 3)).contains("  c: é");
        assertThat(SOURCES.line("b.yaml", 6)).contains("");
        assertThat(SOURCES.line("b.yaml", 7)).isEmpty();
        assertThat(SOURCES.line("b.yaml", 0)).isEmpty();
        assertThat(SOURCES.line("none", 1)).isEmpty();
    }

    @Test
    void findingsComeInTheOrderOfTheTextsAndOnce() {
        Diagnostic whole = Diagnostic.error("z.z", new Place.Whole("b.yaml"), "whole");
        Diagnostic first = Diagnostic.error("z.z", Place.value("b.yaml", 0, "/a"), "first");
        Diagnostic same = Diagnostic.error("a.a", Place.value("b.yaml", 1, "/d"), "same place, earlier rule");
        Diagnostic second = Diagnostic.warning("z.z", Place.value("b.yaml", 1, "/d"), "second");
        Diagnostic other = Diagnostic.error("a.a", Place.value("a.yaml", 0, "/x"), "other");
        Diagnostic unknown = Diagnostic.error("a.a", new Place.Whole("cluster"), "unknown");
        assertThat(SOURCES.inOrder(List.of(unknown, other, second, same, first, whole, second)))
                .containsExactly(whole, first, same, second, other, unknown);
    }
}
