package dev.ballast.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void stepsAreNice() {
        assertThat(Ticks.upTo(39.52, 6)).isEqualTo(new Ticks(BigDecimal.TEN, 4));
        assertThat(Ticks.upTo(40, 6)).isEqualTo(new Ticks(BigDecimal.TEN, 4));
        assertThat(Ticks.upTo(790, 6).values())
                .extracting(Format::number)
                .containsExactly("0", "200", "400", "600", "800");
        assertThat(Ticks.upTo(0.3, 6).values())
                .extracting(Format::number)
                .containsExactly("0", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3");
    }

    @Test
    void countsAreWhole() {
        assertThat(Ticks.ofCounts(2, 6)).isEqualTo(new Ticks(BigDecimal.ONE, 2));
        assertThat(Ticks.ofCounts(0, 6)).isEqualTo(new Ticks(BigDecimal.ONE, 1));
        assertThat(Ticks.ofCounts(24, 6).values())
                .extracting(Format::number)
                .contains("5", "25")
                .hasSize(6);
    }

    @Test
    void anAxisHasAStep() {
        assertThatThrownBy(() -> new Ticks(BigDecimal.ZERO, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Never too many lines, never too short, and never twice as long as needed with the most lines there may be. */
    @Property
    void theAxisReachesTheGreatestValue(
            @ForAll @DoubleRange(min = 1e-6, max = 1e15) @Scale(6) double max,
            @ForAll @IntRange(min = 3, max = 10) int most) {
        Ticks ticks = Ticks.upTo(max, most);

        assertThat(ticks.count()).isBetween(1, most);
        assertThat(ticks.top()).isGreaterThanOrEqualTo(max * (1 - 1e-8));
        assertThat(ticks.top() - ticks.step().doubleValue()).isLessThan(max);
        assertThat(ticks.step().unscaledValue().toString()).matches("[125]0*");
    }
}
