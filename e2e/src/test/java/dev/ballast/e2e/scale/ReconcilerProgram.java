package dev.ballast.e2e.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ballast.e2e.cluster.Daemon;
import dev.ballast.e2e.cluster.Patience;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ballast reconcile} as a process with half a gibibyte of heap, seen from outside. */
final class ReconcilerProgram implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Pattern USED = Pattern.compile("\\bused (\\d+)K");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Daemon daemon;
    private final int port;
    private final long begun = System.nanoTime();

    private ReconcilerProgram(Daemon daemon, int port) {
        this.daemon = daemon;
        this.port = port;
    }

    static ReconcilerProgram start(Path folder, Path kubeconfig, String namespace) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> words = List.of(
                java("java"),
                "-Xmx512m",
                // What Java takes by itself in a container of this size.
                "-XX:+UseSerialGC",
                "-cp",
                Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                        .orElseGet(() -> System.getProperty("java.class.path")),
                "dev.ballast.cli.Main",
                "reconcile",
                "--kubeconfig=" + kubeconfig,
                "--namespace=" + namespace,
                "--port=" + port);
        return new ReconcilerProgram(Daemon.start(folder, folder.resolve("reconcile.log"), words), port);
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    Duration running() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Waits until all that it works with was read, and answers how long that took since its start. */
    Duration ready() throws IOException, InterruptedException {
        await("it is ready", () -> status("/readyz") == 200);
        return running();
    }

    /** Waits until each of so many policies was looked at: from then on it has all of its series. */
    Duration looked(int policies) throws IOException, InterruptedException {
        await("every policy was looked at", () -> seen() == policies);
        return running();
    }

    private long seen() throws IOException, InterruptedException {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("ballast_guard_extended{"))
                .count();
    }

    private void await(String what, Patience.Condition condition) throws IOException, InterruptedException {
        Patience.until(
                what,
                LONGEST,
                () -> {
                    if (!daemon.isAlive()) {
                        throw new IllegalStateException("it ended:\n" + daemon.lastWords());
                    }
                    return condition.holds();
                },
                daemon::lastWords);
    }

    private int status(String path) throws InterruptedException {
        try {
            return HTTP.send(request(path), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            // Not listening yet.
            return 0;
        }
    }

    /** All that it tells Prometheus. */
    String metrics() throws IOException, InterruptedException {
        return HTTP.send(request("/metrics"), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(1))
                .build();
    }

    /** Mebibytes of heap that are in use after a full collection. */
    long heap() throws IOException, InterruptedException {
        jcmd("GC.run");
        Matcher used = USED.matcher(jcmd("GC.heap_info"));
        long kibibytes = 0;
        // Generations come first, and the class space, which is no heap, last.
        while (used.find()) {
            kibibytes += Long.parseLong(used.group(1));
        }
        return kibibytes / 1024;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(java("jcmd"), Long.toString(daemon.pid()), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        int metaspace = said.indexOf("Metaspace");
        return metaspace < 0 ? said : said.substring(0, metaspace);
    }

    /** Mebibytes in memory now ({@code VmRSS}), or at most so far ({@code VmHWM}). */
    long memory(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(daemon.pid()), "status")).stream()
                        .filter(line -> line.startsWith(field + ":"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    /** Processor time until now. */
    Duration processor() {
        return ProcessHandle.of(daemon.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        daemon.stop();
    }
}
