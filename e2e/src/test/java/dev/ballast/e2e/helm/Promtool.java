package dev.ballast.e2e.helm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ballast.e2e.cluster.Finished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Prometheus' own judge of rules. */
final class Promtool {
    private static final String REQUIRED = "BALLAST_REQUIRE_E2E";
    private static final long LIMIT_SECONDS = 120;

    private Promtool() {}

    /** Runs it in a folder; where there is none the test is skipped, or fails where nothing may be skipped. */
    static Finished run(Path folder, String... arguments) throws IOException, InterruptedException {
        boolean found = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(place -> !place.isEmpty() && Files.isExecutable(Path.of(place, "promtool")));
        if (!found && (Boolean.parseBoolean(System.getenv(REQUIRED)) || Boolean.getBoolean(REQUIRED))) {
            throw new IllegalStateException(REQUIRED + " is set, but there is no `promtool` on the PATH");
        }
        assumeTrue(found, "there is no `promtool` on the PATH");
        var words = new ArrayList<>(List.of("promtool"));
        words.addAll(List.of(arguments));
        Path said = folder.resolve("promtool.txt");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("`" + String.join(" ", words) + "` did not end");
        }
        return new Finished(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8), "");
    }
}
