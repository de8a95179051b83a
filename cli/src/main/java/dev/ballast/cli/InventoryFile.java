package dev.ballast.cli;

import dev.ballast.diagnostic.Outcome;
import dev.ballast.forecast.ExistingBackup;
import dev.ballast.forecast.Inventory;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceFile;
import dev.ballast.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The backups of a cluster, from what kubectl prints. */
final class InventoryFile {
    private InventoryFile() {}

    /**
     * All backups of a file; none is fine.
     *
     * @throws CannotRun when the file cannot be read or holds something else
     */
    static List<ExistingBackup> read(Path file) {
        try {
            Outcome<SourceFile> read = SourceReader.read(file.toString(), Files.readAllBytes(file), Limits.DEFAULT);
            List<Document> documents = read.value().map(SourceFile::documents).orElse(List.of());
            var backups = new ArrayList<ExistingBackup>();
            for (Document document : documents) {
                Optional<List<ExistingBackup>> found = Inventory.read(document.root());
                found.ifPresent(backups::addAll);
                if (found.isEmpty()) {
                    throw noBackups(file);
                }
            }
            if (documents.isEmpty()) {
                throw noBackups(file);
            }
            return List.copyOf(backups);
        } catch (IOException e) {
            throw new CannotRun("`%s` cannot be read: %s".formatted(file, Reasons.of(e)), e);
        }
    }

    private static CannotRun noBackups(Path file) {
        return new CannotRun(
                "`%s` is no list of backups; make it with `kubectl get backups -n velero -o json`".formatted(file));
    }
}
