package dev.ballast.cli;

import java.nio.file.Path;

/** What can be said of a path without touching the disk. */
final class Paths {
    private Paths() {}

    /**
     * The folder that a file or folder is in.
     *
     * @throws CannotRun for the root, which is in none
     */
    static Path parent(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new CannotRun("`%s` is the root folder; name one below it".formatted(path));
        }
        return parent;
    }
}
