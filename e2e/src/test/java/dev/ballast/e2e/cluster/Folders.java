package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that tests make and take away again. */
public final class Folders {
    private Folders() {}

    /** Copies a folder with all that is in it, without permissions. */
    public static void copy(Path from, Path to) throws IOException {
        List<Path> parentsFirst;
        try (Stream<Path> found = Files.walk(from)) {
            parentsFirst = found.sorted().toList();
        }
        for (Path path : parentsFirst) {
            Path copy = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.write(copy, Files.readAllBytes(path));
            }
        }
    }

    /** Removes a folder with all that is in it; nothing if it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> found = Files.walk(folder)) {
            deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
