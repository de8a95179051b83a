package dev.ballast.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {
    private static final TextTable TABLE = new TextTable(List.of("tier", ">points", "name"))
            .row("daily", "7", "a\nb")
            .row("日", "12", "x|y");

    @Test
    void columnsAlignByWhatATerminalShows() {
        assertThat(TABLE.text("  ")).isEqualTo("""
                  tier   points  name
                  daily       7  a␊b
                  日         12  x|y
                """.indent(2).replaceAll("(?m)^ {2}(?= {2})", ""));
    }

    @Test
    void markdownKeepsBarsInTheirCells() {
        assertThat(TABLE.markdown()).isEqualTo("""
                | tier | points | name |
                |---|---:|---|
                | daily | 7 | a␊b |
                | 日 | 12 | x\\|y |
                """);
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatIllegalArgumentException().isThrownBy(() -> TABLE.row("daily"));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0m", "PT59S, 0m", "PT90M, 1h 30m", "PT24H, 1d", "PT25H, 1d 1h", "PT24H59M, 1d", "P400D, 400d"})
    void agesAreCutOff(Duration age, String text) {
        assertThat(Ages.text(age)).isEqualTo(text);
    }
}
