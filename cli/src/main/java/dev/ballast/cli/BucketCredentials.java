package dev.ballast.cli;

import dev.ballast.s3.Credentials;
import dev.ballast.s3.UnreadableCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who lists buckets. Nothing is ever asked of a Secret. */
final class BucketCredentials {
    @Option(
            names = "--bucket-credentials",
            paramLabel = "FILE",
            description = "Who lists buckets, in a file as AWS's programs have it; a store has the profile of its own "
                    + "name where there is one (default: as AWS's programs find them, the identity of a workload "
                    + "among them).")
    private @Nullable Path file;

    /** Whether a file was named. */
    boolean isNamed() {
        return file != null;
    }

    /**
     * Those of the file, or of the machine.
     *
     * @throws CannotRun when the file cannot be read now; later that is for whoever lists to tell
     */
    Credentials of(Console console) {
        if (file == null) {
            return Credentials.ofMachine();
        }
        Path path = console.folder().resolve(file);
        try {
            text(path);
        } catch (UnreadableCredentials e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        }
        return Credentials.ofFile(() -> text(path));
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UnreadableCredentials("`%s` cannot be read: %s".formatted(path, Reasons.of(e)), e);
        }
    }
}
