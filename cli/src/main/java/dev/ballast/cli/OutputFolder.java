package dev.ballast.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder of manifests that is swapped as a whole: the new content is made beside it, with every file that is not ours copied over, and
 * takes its place by two renames. A list inside says which files are ours.
 */
final class OutputFolder {
    /** Names of the files that were written here, one a line, sorted. */
    static final String LIST = ".ballast-files";

    private OutputFolder() {}

    /** How a folder changed. */
    record Change(int written, int unchanged, int removed) {
        @Override
        public String toString() {
            return "%d written, %d unchanged, %d removed".formatted(written, unchanged, removed);
        }
    }

    /**
     * Makes the folder hold exactly these files beside what others put there.
     *
     * @param files text by path relative to the folder
     * @throws CannotRun when the system refuses, or a file in the way was not written by Ballast
     */
    static Change write(Path folder, SortedMap<String, String> files) {
        try {
            Set<String> ours = ours(folder);
            Change change = change(folder, files, ours);
            if (change.written() > 0 || change.removed() > 0 || !Files.exists(folder)) {
                swap(folder, files, ours);
            }
            return change;
        } catch (IOException e) {
            throw new CannotRun("`%s` cannot be written: %s".formatted(folder, Reasons.of(e)), e);
        }
    }

    private static Set<String> ours(Path folder) throws IOException {
        Path list = folder.resolve(LIST);
        return Files.exists(list) ? new TreeSet<>(Files.readAllLines(list)) : Set.of();
    }

    private static Change change(Path folder, Map<String, String> files, Set<String> ours) throws IOException {
        int unchanged = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (Files.exists(path)) {
                if (!ours.contains(file.getKey())) {
                    throw new CannotRun("`%s` exists and was not written by Ballast; move it away".formatted(path));
                }
                if (Files.readString(path).equals(file.getValue())) {
                    unchanged++;
                }
            }
        }
        int removed =
                (int) ours.stream().filter(name -> !files.containsKey(name)).count();
        return new Change(files.size() - unchanged, unchanged, removed);
    }

    private static void swap(Path folder, Map<String, String> files, Set<String> ours) throws IOException {
        Path parent = Paths.parent(folder);
        Files.createDirectories(parent);
        Path fresh = Files.createTempDirectory(parent, "." + folder.getFileName() + "-new");
        try {
            openToOthers(fresh);
            copyOthers(folder, fresh, ours);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = fresh.resolve(file.getKey());
                Files.createDirectories(Paths.parent(path));
                Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            Files.writeString(fresh.resolve(LIST), String.join("\n", files.keySet()) + "\n");
            replace(folder, fresh, parent);
        } finally {
            delete(fresh);
        }
    }

    private static void replace(Path folder, Path fresh, Path parent) throws IOException {
        if (!Files.exists(folder)) {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path old = Files.createTempDirectory(parent, "." + folder.getFileName() + "-old")
                .resolve("folder");
        Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, folder, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        } finally {
            delete(Paths.parent(old));
        }
    }

    private static void copyOthers(Path folder, Path fresh, Set<String> ours) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                boolean other = !name.isEmpty() && !name.equals(LIST) && !ours.contains(name);
                if (other && !Files.isDirectory(path)) {
                    Path target = fresh.resolve(name);
                    Files.createDirectories(Paths.parent(target));
                    Files.copy(
                            path, target, StandardCopyOption.COPY_ATTRIBUTES, java.nio.file.LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private static void openToOthers(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            var all = new ArrayList<Path>();
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.forEach(all::add);
            }
            List<Path> deepestFirst =
                    all.stream().sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
