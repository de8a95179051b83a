package dev.ballast.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed file that must equal what the code makes now; {@code -Dgolden.update=true} rewrites it and still fails. */
public final class Golden {
    private Golden() {}

    public static void check(Path file, String actual) {
        try {
            String expected = Files.exists(file) ? Files.readString(file) : "";
            if (Boolean.getBoolean("golden.update") && !expected.equals(actual)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
                fail("rewrote " + file + "; review it and run again");
            }
            assertThat(actual).as(file.toString()).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
