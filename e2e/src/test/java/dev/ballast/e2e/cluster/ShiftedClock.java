package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The wall clock of programs of {@link ShiftedTools}: the real one and a shift of whole seconds, which can be changed while they run. Timers
 * do not notice.
 *
 * @param file in which they read the shift
 * @param shift the same, mapped
 * @param real of this process
 */
public record ShiftedClock(Path file, MappedByteBuffer shift, Clock real) {
    /** One that agrees with the real clock so far. */
    public static ShiftedClock at(Path file, Clock real) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer shift = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
            shift.order(ByteOrder.nativeOrder());
            return new ShiftedClock(file, shift, real);
        }
    }

    /** What the programs take for the present. */
    public Instant now() {
        return real.instant().plusSeconds(shift.getLong(0));
    }

    /** Sets it to a time, or less than a second later: it goes on from there. */
    public void set(Instant time) {
        shift.putLong(
                0, Duration.between(real.instant(), time).plusNanos(999_999_999).toSeconds());
    }

    /** Variables that tell a program of this clock. */
    public Map<String, String> environment() {
        return Map.of("BALLAST_CLOCK", file.toString());
    }
}
