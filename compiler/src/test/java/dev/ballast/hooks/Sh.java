package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs commands the way Velero does: to the end of their output, which a process left behind must not keep open. */
final class Sh {
    private Sh() {}

    record Run(int code, String out, String err) {
        Run succeeded() {
            assertThat(code)
                    .as("exit code, with output <%s> and errors <%s>", out, err)
                    .isZero();
            return this;
        }
    }

    /** Runs a script from a file, so that it arrives as UTF-8 in whatever locale the tests run. */
    static Run script(Path directory, String shell, String script, Map<String, String> environment) {
        try {
            Path file = Files.createTempFile(directory, "script", ".sh");
            Files.writeString(file, script);
            return run(List.of(shell, file.toString()), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one step of an expanded recipe. */
    static Run step(Path directory, HookStep step, Map<String, String> environment) {
        List<String> command = step.command();
        return command.get(0).equals("/bin/sh")
                ? script(directory, "/bin/sh", command.get(2), environment)
                : run(command, environment);
    }

    static Run run(List<String> command, Map<String, String> environment) {
        try {
            var builder = new ProcessBuilder(new ArrayList<>(command));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            var out = read(process.getInputStream());
            var err = read(process.getErrorStream());
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after two minutes: " + command);
            }
            return new Run(process.exitValue(), out.get(60, TimeUnit.SECONDS), err.get(60, TimeUnit.SECONDS));
        } catch (Exception e) {
            throw new AssertionError("cannot run " + command, e);
        }
    }

    private static CompletableFuture<String> read(java.io.InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try (stream) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Asks until it holds; fails after a minute. */
    static void await(String what, java.util.function.BooleanSupplier holds) {
        for (int i = 0; i < 600; i++) {
            if (holds.getAsBoolean()) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("never happened: " + what);
    }
}
