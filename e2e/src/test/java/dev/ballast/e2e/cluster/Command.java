package dev.ballast.e2e.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run to its end.
 *
 * @param words the program and its arguments
 * @param folder where it runs
 * @param environment laid over this process's own
 * @param limit after which it is killed, an error
 */
record Command(List<String> words, Path folder, Map<String, String> environment, Duration limit) {
    Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** Runs it with {@code input} on its standard input; any exit code is an answer, a timeout is an {@link IOException}. */
    Finished run(String input) throws IOException, InterruptedException {
        // Through files, so that no pipe can fill up while the other one is read.
        Path exchange = Files.createTempDirectory("ballast-command-");
        try {
            Path in = Files.writeString(exchange.resolve("in"), input);
            Path out = exchange.resolve("out");
            Path err = exchange.resolve("err");
            ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
            builder.environment().putAll(environment);
            builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
            int exit = await(builder.start());
            return new Finished(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            Folders.delete(exchange);
        }
    }

    private int await(Process process) throws IOException, InterruptedException {
        try {
            if (process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IOException("`" + String.join(" ", words) + "` did not end within " + limit);
        } finally {
            process.destroyForcibly();
        }
    }
}
