package dev.ballast.cli;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds the YAML and JSON files under some paths. A file that is named is read whatever its ending; links are followed, loops reported. */
final class FileFinder {
    private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json");
    private static final int DEEPEST = 64;

    private final List<Diagnostic> findings = new ArrayList<>();
    private final Set<Path> files = new TreeSet<>();

    private FileFinder() {}

    /** Files in a stable order, and what kept others from being found. */
    record Found(List<Path> files, List<Diagnostic> findings) {}

    static Found find(List<Path> paths) {
        var finder = new FileFinder();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                finder.walk(path);
            } else {
                finder.files.add(path);
            }
        }
        return new Found(List.copyOf(finder.files), finder.findings);
    }

    private void walk(Path folder) {
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visitor());
        } catch (IOException e) {
            refused(folder, e);
        }
    }

    private void refused(Path path, IOException e) {
        String source = path.toString();
        if (e instanceof FileSystemLoopException) {
            findings.add(Diagnostic.error(
                            "source.loop", new Place.Whole(source), "this link leads back to a folder above it")
                    .help("remove the link"));
        } else if (e instanceof NoSuchFileException) {
            findings.add(Diagnostic.error(
                    "source.unreadable", new Place.Whole(source), "this is a link to something that does not exist"));
        } else {
            findings.add(Diagnostic.error(
                            "source.unreadable", new Place.Whole(source), "this cannot be read: " + Reasons.of(e))
                    .help("check its permissions"));
        }
    }

    /** Whether a file of that name is read when its folder is. */
    static boolean isWanted(String fileName) {
        return ENDINGS.contains(
                fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether a folder of that name is passed over when the one it is in is read. */
    static boolean isHidden(String folderName) {
        return folderName.startsWith(".") && folderName.length() > 2;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name =
                    folder.getFileName() == null ? "" : folder.getFileName().toString();
            return isHidden(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isWanted(file.getFileName().toString())) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            refused(file, e);
            return FileVisitResult.CONTINUE;
        }
    }
}
