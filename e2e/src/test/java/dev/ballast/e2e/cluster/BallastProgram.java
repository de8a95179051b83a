package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of this build as a process of its own. */
public final class BallastProgram {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private BallastProgram() {}

    public static Finished run(List<String> arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(java());
        words.addAll(arguments);
        return new Command(words, Path.of("").toAbsolutePath(), Map.of(), LIMIT).run("");
    }

    /** Puts a program {@code ballast} into a folder, for others to call. */
    public static void install(Path folder) throws IOException {
        var script = new StringBuilder("#!/bin/sh\nexec");
        java().forEach(word -> script.append(" '").append(word).append('\''));
        Path program = Files.writeString(folder.resolve("ballast"), script.append(" \"$@\"\n"));
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
    }

    private static List<String> java() {
        // As the distribution starts it: what counts is the time to the first line.
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.ballast.cli.Main");
    }
}
