package dev.ballast.cli;

import dev.ballast.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where policies are read from: the disk, or a Git revision. */
interface FileTree {
    /**
     * The files under some paths in a stable order: those named, whatever their ending, and in folders the YAML and JSON files.
     *
     * @throws CannotRun when a path that was named must exist and does not
     */
    Found find(List<Path> paths);

    /** What was found, and what kept more from being found. */
    record Found(List<FoundFile> files, List<Diagnostic> findings) {}

    /** A file, by the name that findings give it. */
    record FoundFile(String name, Content content) {}

    /** The bytes of a file, not read before they are asked for; in any thread. */
    interface Content {
        long size() throws IOException;

        byte[] bytes() throws IOException;
    }
}
