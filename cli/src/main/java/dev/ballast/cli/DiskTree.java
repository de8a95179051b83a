package dev.ballast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files as they lie on the disk. */
final class DiskTree implements FileTree {
    @Override
    public Found find(List<Path> paths) {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CannotRun("`%s` does not exist".formatted(path));
            }
        }
        FileFinder.Found found = FileFinder.find(paths);
        return new Found(
                found.files().stream()
                        .map(file -> new FoundFile(name(file), new OnDisk(file)))
                        .toList(),
                found.findings());
    }

    /** With forward slashes on every system, so that output is the same everywhere. */
    private static String name(Path file) {
        return file.normalize().toString().replace('\\', '/');
    }

    private record OnDisk(Path file) implements Content {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(file);
        }
    }
}
