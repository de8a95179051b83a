package dev.ballast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
    @TempDir
    Path folder;

    @Test
    void endsWhenItIsClosed() throws Exception {
        Daemon daemon = Daemon.start(folder, folder.resolve("log"), List.of("sleep", "600"));
        assertThat(daemon.isAlive()).isTrue();

        daemon.close();

        assertThat(daemon.isAlive()).isFalse();
    }

    @Test
    void saysWhatAFailedProgramSaid() throws Exception {
        try (Daemon daemon =
                Daemon.start(folder, folder.resolve("log"), List.of("sh", "-c", "echo no such flag; exit 3"))) {
            assertThatThrownBy(() -> daemon.await(() -> false))
                    .isInstanceOf(DiedEarly.class)
                    .hasMessageContaining("no such flag");
        }
    }
}
