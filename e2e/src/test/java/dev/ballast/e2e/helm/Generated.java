package dev.ballast.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are made from code; {@code -Dgolden.update=true} rewrites them and still fails. */
final class Generated {
    private Generated() {}

    /** Whether a file has this text. */
    static void check(Path file, String expected) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        if (Boolean.getBoolean("golden.update") && !expected.equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(text)
                .as("%s is made from code; -Dgolden.update=true rewrites it", file)
                .isEqualTo(expected);
    }
}
