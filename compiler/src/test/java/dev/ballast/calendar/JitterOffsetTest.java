package dev.ballast.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JitterOffsetTest {
    /** Emitted manifests depend on it: it must never change. */
    private static final int WRITTEN_DOWN = 3;

    @Test
    void jitterIsStableAndBelowItsBound() {
        assertThat(JitterOffset.of("prod", "bookstore", Duration.ofMinutes(30))).isEqualTo(WRITTEN_DOWN);
        assertThat(JitterOffset.of("prod", "bookstore", Duration.ZERO)).isZero();
    }

    @Test
    void jitterSpreadsAFleet() {
        var counts = new int[30];
        for (int cluster = 0; cluster < 3000; cluster++) {
            counts[JitterOffset.of("cluster-" + cluster, "bookstore", Duration.ofMinutes(30))]++;
        }
        assertThat(IntStream.of(counts).boxed()).allMatch(count -> count > 50 && count < 150);
    }
}
