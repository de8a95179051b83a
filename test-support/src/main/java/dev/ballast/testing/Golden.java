package dev.ballast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Committed files that must equal what the code makes now; {@code -Dgolden.update=true} rewrites them and still fails. */
public final class Golden {
    private Golden() {}

    /** Holds a file against what was made. */
    public static void check(Path file, String made) {
        try {
            String committed = Files.exists(file) ? Files.readString(file) : "";
            if (Boolean.getBoolean("golden.update") && !committed.equals(made)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, made);
                fail("rewrote " + file + "; review it and run again");
            }
            assertThat(committed)
                    .as("%s; -Dgolden.update=true rewrites it", file)
                    .isEqualTo(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
