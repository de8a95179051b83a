package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs until it is closed, and never longer than this process, however that one ends. */
public final class Daemon implements AutoCloseable {
    // The program inherits a pipe from this process. A shell beside it waits for that pipe to close, which the kernel
    // does even
    // when this process is killed, and then kills the program. In the shell `$$` is the program, because of exec.
    private static final String LEASH =
            "exec 3<&0; { read -r _ <&3; kill -9 $$; } 2>/dev/null & exec \"$@\" </dev/null 3<&-";

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Process process;
    private final OutputStream leash;
    private final Path log;

    private Daemon(Process process, Path log) {
        this.process = process;
        this.leash = process.getOutputStream();
        this.log = log;
    }

    /** Starts it in a folder that is its home as well; all it writes goes to {@code log}. */
    public static Daemon start(Path folder, Path log, List<String> words) throws IOException {
        return start(folder, log, words, Map.of());
    }

    /** The same, with variables laid over those of this process. */
    public static Daemon start(Path folder, Path log, List<String> words, Map<String, String> environment)
            throws IOException {
        List<String> leashed = new ArrayList<>(List.of("sh", "-c", LEASH, "sh"));
        leashed.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(leashed).directory(folder.toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new Daemon(builder.start(), log);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Of the program itself. */
    public long pid() {
        return process.pid();
    }

    /** Whether something is as it should be. */
    public interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Waits until the condition holds; {@link DiedEarly} if the program ends before, {@link IllegalStateException} if it takes too long. */
    public void await(Condition ready) throws IOException, InterruptedException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!ready.holds()) {
            if (!process.isAlive()) {
                throw new DiedEarly(lastWords());
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not ready within " + READY_WITHIN + ":\n" + lastWords());
            }
            Thread.sleep(100);
        }
    }

    /** The last lines it wrote, for a person who must find out why it does not run. */
    public String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /** Asks it to end, as {@code kill} does, and closes it when it has, or when ten seconds are over; its children end with it. */
    public void stop() throws IOException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        waitFor();
        close();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException {
        leash.close();
        if (!waitFor()) {
            process.destroyForcibly();
        }
    }

    private boolean waitFor() {
        try {
            return process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
