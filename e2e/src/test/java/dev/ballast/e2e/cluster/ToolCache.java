package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Folders that are expensive to make, kept outside the source tree under a key that names everything they are made from. An entry is
 * complete or absent; two processes that want the same one make it once.
 */
record ToolCache(Path root) {
    /** Fills an empty folder. */
    interface Maker {
        void fill(Path folder) throws IOException, InterruptedException;
    }

    /** {@code $XDG_CACHE_HOME/ballast}, else {@code ~/.cache/ballast}. */
    static ToolCache of(Map<String, String> environment, Path home) {
        String base = environment.getOrDefault("XDG_CACHE_HOME", "");
        return new ToolCache((base.isEmpty() ? home.resolve(".cache") : Path.of(base)).resolve("ballast"));
    }

    boolean has(String key) {
        return Files.isDirectory(root.resolve(key));
    }

    /** The folder of {@code key}, made by {@code maker} if it is not there yet. */
    Path get(String key, Maker maker) throws IOException, InterruptedException {
        Path entry = root.resolve(key);
        if (has(key)) {
            return entry;
        }
        Files.createDirectories(root);
        Path lockFile = root.resolve(key + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            // Another process may have made it while this one waited.
            if (lock.isValid() && !has(key)) {
                make(entry, maker);
            }
        }
        return entry;
    }

    private void make(Path entry, Maker maker) throws IOException, InterruptedException {
        Path unfinished = Files.createTempDirectory(root, "unfinished-");
        try {
            maker.fill(unfinished);
            Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(unfinished);
        }
    }
}
