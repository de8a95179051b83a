package dev.ballast.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private static TimeAxis axis(String from, String to) {
        return new TimeAxis(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
    }

    @Test
    void monthsAreNamedAndYearsWhereTheyBegin() {
        TimeAxis axis = axis("2026-01-01", "2027-02-10");

        assertThat(axis.ticks(20)).hasSize(14);
        assertThat(axis.ticks(8))
                .extracting(TimeAxis.Tick::label)
                .containsExactly("Jan", "Mar", "May", "Jul", "Sep", "Nov", "Jan");
        assertThat(axis.ticks(8)).extracting(TimeAxis.Tick::year).containsExactly("2026", "", "", "", "", "", "2027");
    }

    @Test
    void theFirstLineSaysItsYear() {
        assertThat(axis("2026-11-21", "2027-03-01").ticks(12))
                .extracting(tick -> tick.label() + tick.year())
                .containsExactly("Dec2026", "Jan2027", "Feb", "Mar");
    }

    @Test
    void decadesAreCountedInYears() {
        assertThat(axis("2026-06-01", "2046-06-01").ticks(5))
                .extracting(TimeAxis.Tick::label)
                .containsExactly("2030", "2035", "2040", "2045");
    }

    @Test
    void timesOutsideLieAtTheEnds() {
        TimeAxis axis = axis("2026-01-01", "2026-01-11");

        assertThat(axis.share(Instant.parse("2026-01-06T00:00:00Z"))).isEqualTo(0.5);
        assertThat(axis.share(Instant.parse("2020-01-01T00:00:00Z"))).isZero();
        assertThat(axis.share(Instant.parse("2030-01-01T00:00:00Z"))).isEqualTo(1);
        assertThatThrownBy(() -> axis("2026-01-01", "2026-01-01")).isInstanceOf(IllegalArgumentException.class);
    }
}
