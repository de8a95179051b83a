package dev.ballast.hooks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A private server of a real product, on loopback and in a directory of its own. */
final class Server implements AutoCloseable {
    private final Process process;

    private Server(Process process) {
        this.process = process;
    }

    /** Starts a program in the foreground of its own process; its output goes to a file. */
    static Server start(Path log, List<String> command) {
        try {
            return new Server(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program on PATH or in one of Debian's places; the test is skipped where it is absent. */
    static String program(String name, String debianPackage) {
        var found = find(name);
        assumeTrue(
                found.isPresent(),
                () -> "skipped: `%s` is not installed (Debian package %s)".formatted(name, debianPackage));
        return found.orElseThrow().toString();
    }

    private static Optional<Path> find(String name) {
        var places = new ArrayList<Path>();
        for (String place : System.getenv("PATH").split(":", -1)) {
            places.add(Path.of(place));
        }
        places.add(Path.of("/usr/sbin"));
        Path postgres = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(postgres)) {
            try (Stream<Path> versions = Files.list(postgres)) {
                versions.sorted().forEach(version -> places.add(version.resolve("bin")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return places.stream()
                .map(place -> place.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server without letting it save anything. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
