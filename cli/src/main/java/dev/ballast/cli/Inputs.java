package dev.ballast.cli;

import dev.ballast.compile.Checker;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import dev.ballast.source.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that was read for one command.
 *
 * @param files names of what was read, in order
 * @param ours documents of our API group
 * @param passedOver how many documents of other kinds there were
 * @param unreadable whether some input could not be read at all
 */
record Inputs(
        List<String> files,
        Sources sources,
        List<Document> ours,
        int passedOver,
        List<Diagnostic> findings,
        boolean unreadable) {

    /**
     * Reads files and folders, and standard input for {@code -}.
     *
     * @throws CannotRun when a path that was named does not exist
     */
    static Inputs read(List<Path> paths, InputStream standardInput) {
        var reading = new Reading();
        reading.files(new DiskTree()
                .find(paths.stream().filter(path -> !isStandardInput(path)).toList()));
        if (paths.stream().anyMatch(Inputs::isStandardInput)) {
            reading.standardInput(standardInput);
        }
        return reading.inputs();
    }

    /**
     * Reads files and folders of a tree; a path is never standard input here.
     *
     * @throws CannotRun when a path that was named must exist and does not
     */
    static Inputs read(FileTree tree, List<Path> paths) {
        var reading = new Reading();
        reading.files(tree.find(paths));
        return reading.inputs();
    }

    /** The same with other documents of ours. */
    Inputs with(List<Document> others) {
        return new Inputs(files, sources, others, passedOver, findings, unreadable);
    }

    static boolean isStandardInput(Path path) {
        return path.toString().equals("-");
    }

    /**
     * One input, read.
     *
     * @param refused whether the system refused it
     */
    private record Input(String name, Outcome<SourceFile> read, boolean refused) {}

    private static final class Reading {
        private final List<SourceFile> files = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<Diagnostic> findings = new ArrayList<>();
        private boolean unreadable;

        void files(FileTree.Found found) {
            findings.addAll(found.findings());
            unreadable |= !found.findings().isEmpty();
            found.files().parallelStream().map(Reading::read).forEachOrdered(this::add);
        }

        private static Input read(FileTree.FoundFile file) {
            String name = file.name();
            try {
                long size = file.content().size();
                return size > Limits.DEFAULT.maxBytes()
                        ? new Input(name, Outcome.failed(SourceReader.tooLarge(name, size, Limits.DEFAULT)), false)
                        : new Input(name, SourceReader.read(name, file.content().bytes(), Limits.DEFAULT), false);
            } catch (IOException e) {
                var finding = Diagnostic.error(
                        "source.unreadable", new Place.Whole(name), "this cannot be read: " + Reasons.of(e));
                return new Input(name, Outcome.failed(finding), true);
            }
        }

        void standardInput(InputStream in) {
            try {
                byte[] bytes = in.readNBytes(Limits.DEFAULT.maxBytes() + 1);
                add(new Input("-", SourceReader.read("-", bytes, Limits.DEFAULT), false));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void add(Input input) {
            names.add(input.name());
            input.read().value().ifPresent(files::add);
            findings.addAll(input.read().diagnostics());
            unreadable |= input.refused();
        }

        Inputs inputs() {
            List<Document> all =
                    files.stream().flatMap(file -> file.documents().stream()).toList();
            List<Document> ours = all.stream().filter(Checker::isOurs).toList();
            return new Inputs(
                    List.copyOf(names),
                    Sources.of(files),
                    ours,
                    all.size() - ours.size(),
                    List.copyOf(findings),
                    unreadable);
        }
    }
}
