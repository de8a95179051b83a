package dev.ballast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolCacheTest {
    @TempDir
    Path root;

    @Test
    void makesAnEntryOnce() throws Exception {
        ToolCache cache = new ToolCache(root.resolve("not/there/yet"));
        AtomicInteger made = new AtomicInteger();
        ToolCache.Maker maker =
                folder -> Files.writeString(folder.resolve("program"), "version " + made.incrementAndGet());

        Path first = cache.get("etcd-1", maker);
        Path second = cache.get("etcd-1", maker);

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("program")).hasContent("version 1");
        assertThat(cache.get("etcd-2", maker).resolve("program")).hasContent("version 2");
    }

    @Test
    void keepsNothingOfWhatFailed() throws Exception {
        ToolCache cache = new ToolCache(root);

        assertThatThrownBy(() -> cache.get("etcd", folder -> {
                    Files.writeString(folder.resolve("program"), "half a pro");
                    throw new IOException("no space left");
                }))
                .hasMessage("no space left");

        assertThat(root).isDirectoryNotContaining(Files::isDirectory);
        assertThat(cache.get("etcd", folder -> Files.writeString(folder.resolve("program"), "whole")))
                .isDirectoryContaining("glob:**program");
    }

    @Test
    void liesWhereTheEnvironmentSays() {
        Path home = Path.of("/home/someone");

        assertThat(ToolCache.of(Map.of("XDG_CACHE_HOME", "/caches"), home).root())
                .isEqualTo(Path.of("/caches/ballast"));
        assertThat(ToolCache.of(Map.of("XDG_CACHE_HOME", ""), home).root())
                .isEqualTo(Path.of("/home/someone/.cache/ballast"));
    }
}
