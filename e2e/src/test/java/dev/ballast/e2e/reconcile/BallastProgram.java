package dev.ballast.e2e.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ballast.e2e.cluster.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line of this build as a process of its own. */
final class BallastProgram {
    private static final long LIMIT_SECONDS = 120;

    private BallastProgram() {}

    static Finished run(List<String> arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.ballast.cli.Main"));
        words.addAll(arguments);
        Path out = Files.createTempFile("ballast-", ".out");
        Path err = Files.createTempFile("ballast-", ".err");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("`ballast %s` did not end".formatted(String.join(" ", arguments)));
            }
            return new Finished(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
