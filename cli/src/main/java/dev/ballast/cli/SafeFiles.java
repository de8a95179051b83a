package dev.ballast.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are either the old one or the new one, never half of it. */
final class SafeFiles {
    private SafeFiles() {}

    /**
     * Writes a text beside the target and moves it there; parent folders are made.
     *
     * @throws CannotRun when the system refuses
     */
    static void write(Path target, String text) {
        if (Files.isDirectory(target)) {
            throw new CannotRun("`%s` cannot be written: it is a folder".formatted(target));
        }
        try {
            Path folder = Paths.parent(target);
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
            try {
                Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
                openToOthers(temporary);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new CannotRun("`%s` cannot be written: %s".formatted(target, Reasons.of(e)), e);
        }
    }

    /** A temporary file is its owner's alone; what is moved into place should be readable like any other file. */
    private static void openToOthers(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
