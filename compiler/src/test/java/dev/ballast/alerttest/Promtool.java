package dev.ballast.alerttest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prometheus' own tool for rules. */
public final class Promtool {
    private static final String REQUIRED = "BALLAST_REQUIRE_E2E";

    private Promtool() {}

    /**
     * What it said.
     *
     * @param output both of its streams
     */
    public record Ran(int exit, String output) {}

    /** Skips a test where it is not installed, or fails it where nothing may be skipped. */
    public static void isThere() {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "promtool")));
        boolean required = Boolean.parseBoolean(System.getenv(REQUIRED)) || Boolean.getBoolean(REQUIRED);
        if (!there && required) {
            throw new IllegalStateException(REQUIRED + " is set, but there is no `promtool` on the PATH");
        }
        assumeTrue(there, "skipped: `promtool` is not installed (Debian package prometheus)");
    }

    /** {@code promtool check rules --lint=all}; a finding of the linter fails too. */
    public static Ran check(List<Path> files) throws IOException {
        return run(List.of("check", "rules", "--lint=all", "--lint-fatal"), files);
    }

    /** {@code promtool test rules}. */
    public static Ran test(List<Path> files) throws IOException {
        return run(List.of("test", "rules"), files);
    }

    private static Ran run(List<String> words, List<Path> files) throws IOException {
        var command = new ArrayList<String>();
        command.add("promtool");
        command.addAll(words);
        files.forEach(file -> command.add(file.toString()));
        Path log = Files.createTempFile("promtool", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            int exit = process.waitFor();
            return new Ran(exit, Files.readString(log, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            Files.delete(log);
        }
    }

    /** Writes files into a folder. */
    static List<Path> write(Path folder, java.util.Map<String, String> files) throws IOException {
        var written = new ArrayList<Path>();
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            written.add(Files.writeString(path, file.getValue()));
        }
        return written;
    }
}
