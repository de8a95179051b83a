package dev.ballast.e2e.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static final Ticks TICKS = new Ticks(Duration.parse("PT17M23S"));

    @Test
    void areWholePeriodsAwayFromThePhase() {
        Instant due = Instant.parse("2027-02-21T02:00:00Z");

        assertThat(TICKS.before(due, Ticks.MINUTE)).isEqualTo("2027-02-21T01:59:23Z");
        assertThat(TICKS.from(due, Ticks.MINUTE)).isEqualTo("2027-02-21T02:00:23Z");
        assertThat(TICKS.before(due, Ticks.HOUR)).isEqualTo("2027-02-21T01:17:23Z");
        assertThat(TICKS.from(due, Ticks.HOUR)).isEqualTo("2027-02-21T02:17:23Z");
    }

    @Test
    void includeATimeThatIsOneOnlyWhereTheySaySo() {
        Instant tick = Instant.parse("2027-02-21T02:17:23Z");

        assertThat(TICKS.from(tick, Ticks.HOUR)).isEqualTo(tick);
        assertThat(TICKS.before(tick, Ticks.HOUR)).isEqualTo("2027-02-21T01:17:23Z");
        assertThat(TICKS.from(tick.plusNanos(1), Ticks.HOUR)).isEqualTo("2027-02-21T03:17:23Z");
        assertThat(TICKS.before(tick.plusNanos(1), Ticks.HOUR)).isEqualTo(tick);
    }

    @Test
    void goBackBeforeThePhase() {
        assertThat(TICKS.before(Instant.EPOCH, Ticks.HOUR)).isEqualTo("1969-12-31T23:17:23Z");
    }
}
