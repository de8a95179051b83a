package dev.ballast.e2e.browser;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ballast.e2e.cluster.Daemon;
import dev.ballast.e2e.cluster.Folders;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A Chromium with a profile of its own, for as long as it is not closed. */
public final class Browser implements AutoCloseable {
    private static final List<String> QUIET = List.of(
            "--headless",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--remote-debugging-port=0");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final Daemon process;
    private final DevTools tools;

    private Browser(Path folder, Daemon process, DevTools tools) {
        this.folder = folder;
        this.process = process;
        this.tools = tools;
    }

    /** Chromium on the PATH. */
    static Optional<Path> program() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ballast-browser-");
        Path profile = folder.resolve("profile");
        var words = new ArrayList<String>();
        words.add(program.toString());
        words.addAll(QUIET);
        words.add("--user-data-dir=" + profile);
        // Chromium's sandbox does not work for root, which is who tests run as in a container.
        if (System.getProperty("user.name").equals("root")) {
            words.add("--no-sandbox");
        }
        words.add("about:blank");
        Daemon process = Daemon.start(folder, folder.resolve("log"), words);
        try {
            Path port = profile.resolve("DevToolsActivePort");
            process.await(() -> lines(port).size() == 2);
            List<String> address = lines(port);
            var tools = DevTools.connect(URI.create("ws://127.0.0.1:%s%s".formatted(address.get(0), address.get(1))));
            return new Browser(folder, process, tools);
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException notYet) {
            return List.of();
        }
    }

    /** A new tab, which shows nothing yet. */
    public Tab tab() {
        var blank = JsonNodeFactory.instance.objectNode().put("url", "about:blank");
        String target =
                tools.call("", "Target.createTarget", blank).path("targetId").asText();
        var attach =
                JsonNodeFactory.instance.objectNode().put("targetId", target).put("flatten", true);
        String session = tools.call("", "Target.attachToTarget", attach)
                .path("sessionId")
                .asText();
        return new Tab(tools, target, session);
    }

    @Override
    public void close() throws IOException {
        tools.call("", "Browser.close", JsonNodeFactory.instance.objectNode());
        tools.close();
        waitFor(() -> !process.isAlive());
        process.close();
        // Its children end a little later, and write into the profile until then.
        waitFor(() -> isDeleted(folder));
        Folders.delete(folder);
    }

    /** Until it is done, patience ends or this thread is interrupted. */
    private static void waitFor(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!done.getAsBoolean() && System.nanoTime() < end) {
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isDeleted(Path folder) {
        try {
            Folders.delete(folder);
            return true;
        } catch (IOException | UncheckedIOException stillWritten) {
            return false;
        }
    }
}
