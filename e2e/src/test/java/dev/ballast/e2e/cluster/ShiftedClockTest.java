package dev.ballast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShiftedClockTest {
    private static final Instant REAL = Instant.parse("2026-11-21T12:00:00.250Z");

    @TempDir
    Path folder;

    @Test
    void agreesWithTheRealClockUntilItIsSet() throws Exception {
        assertThat(clock().now()).isEqualTo(REAL);
        assertThat(shift()).isZero();
    }

    @Test
    void isNeverSetToBeforeTheTime() throws Exception {
        ShiftedClock clock = clock();

        clock.set(Instant.parse("2026-11-21T13:00:00Z"));

        assertThat(clock.now()).isEqualTo("2026-11-21T13:00:00.250Z");
        assertThat(shift()).isEqualTo(3600);
    }

    @Test
    void canBeSetBack() throws Exception {
        ShiftedClock clock = clock();

        clock.set(REAL.minusSeconds(86_400));

        assertThat(clock.now()).isEqualTo("2026-11-20T12:00:00.250Z");
        assertThat(shift()).isEqualTo(-86_400);
    }

    private ShiftedClock clock() throws Exception {
        return ShiftedClock.at(folder.resolve("shift"), Clock.fixed(REAL, ZoneOffset.UTC));
    }

    /** As another program reads it. */
    private long shift() throws Exception {
        return ByteBuffer.wrap(Files.readAllBytes(folder.resolve("shift")))
                .order(ByteOrder.nativeOrder())
                .getLong(0);
    }
}
