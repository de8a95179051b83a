package dev.ballast.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String NEEDLE = "§";

    /** The oracle: in what is shown, the only {@code §} must stand exactly above the first caret, and every caret below the text. */
    @Property
    void caretsStartUnderTheirFirstColumnAndStayWithinTheLine(
            @ForAll("texts") String before,
            @ForAll("texts") String after,
            @ForAll @IntRange(min = 1, max = 200) int length) {
        int column = (int) before.codePoints().count() + 1;
        Excerpt excerpt = Excerpt.of(before + NEEDLE + after, column, column + length);
        assertThat(Cells.width(excerpt.text())).isLessThanOrEqualTo(Excerpt.WIDEST);
        assertThat(excerpt.text()).containsOnlyOnce(NEEDLE);
        assertThat(excerpt.start()).isEqualTo(widthBefore(excerpt.text()));
        assertThat(excerpt.length()).isPositive();
        assertThat(excerpt.start() + excerpt.length()).isLessThanOrEqualTo(Cells.width(excerpt.text()));
    }

    @Property
    void aPlaceBehindTheLineIsShownAtItsEnd(
            @ForAll("texts") String line, @ForAll @IntRange(min = 1, max = 500) int extra) {
        int column = (int) line.codePoints().count() + extra;
        Excerpt excerpt = Excerpt.of(line, column, column);
        assertThat(excerpt.start()).isBetween(0, Excerpt.WIDEST);
        assertThat(excerpt.start()).isLessThanOrEqualTo(Cells.width(excerpt.text()));
        assertThat(excerpt.length()).isEqualTo(1);
    }

    @Property
    void nothingThatATerminalObeysIsShown(@ForAll("texts") String line) {
        assertThat(Excerpt.of(line, 1, 2).text().codePoints())
                .noneMatch(c -> Character.isISOControl(c) || (Character.getType(c) == Character.FORMAT && c != 0x200D));
    }

    @Test
    void anEmptyRegionHasOneCaret() {
        assertThat(Excerpt.of("a: b", 4, 4)).isEqualTo(new Excerpt("a: b", 3, 1));
    }

    @Test
    void anEmptyLineHasOneCaret() {
        assertThat(Excerpt.of("", 1, 1)).isEqualTo(new Excerpt("", 0, 1));
    }

    @Test
    void tabsEndAtEveryFourthCell() {
        assertThat(Excerpt.of("\ta\tb", 4, 5)).isEqualTo(new Excerpt("    a   b", 8, 1));
    }

    @Test
    void wideCharactersTakeTwoCellsAndCombiningOnesNone() {
        assertThat(Excerpt.of("日e\u0301🦊x", 5, 6)).isEqualTo(new Excerpt("日e\u0301🦊x", 5, 1));
    }

    @Test
    void ofAVeryLongLineOnlyTheNeighbourhoodIsShown() {
        Excerpt excerpt = Excerpt.of("日".repeat(100_000) + "x" + "z".repeat(100_000), 100_001, 100_002);
        assertThat(excerpt).isEqualTo(new Excerpt("…" + "日".repeat(15) + "x" + "z".repeat(67) + "…", 31, 1));
    }

    @Test
    void aLongStretchIsCutAtTheEdge() {
        Excerpt excerpt = Excerpt.of("x".repeat(300), 101, 300);
        assertThat(excerpt.text()).isEqualTo("…" + "x".repeat(98) + "…");
        assertThat(excerpt.start() + excerpt.length()).isEqualTo(100);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> points = Arbitraries.oneOf(
                Arbitraries.integers().between(0x20, 0x7E),
                Arbitraries.of(
                        0x09, 0x1B, 0x07, 0x85, 0x202E, 0x200D, 0x301, 0xE9, 0x65E5, 0xFF21, 0x1F98A, 0x20000, 0xD800),
                Arbitraries.integers().between(0xA8, 0x10FFFF));
        return points.filter(c -> c != NEEDLE.codePointAt(0) && c != '\n')
                .list()
                .ofMaxSize(250)
                .map(all -> all.stream().map(Character::toString).reduce("", String::concat));
    }

    private static int widthBefore(String text) {
        return Cells.width(text.substring(0, text.indexOf(NEEDLE)));
    }
}
