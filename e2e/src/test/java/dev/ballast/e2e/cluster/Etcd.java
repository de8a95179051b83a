package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One etcd for all API servers of a test run; each of them keeps its objects under a prefix of its own. */
record Etcd(Daemon daemon, String url) implements AutoCloseable {
    static Etcd start(Path programs, Path folder) throws IOException, InterruptedException {
        return DiedEarly.retried(() -> startOnce(programs, folder));
    }

    private static Etcd startOnce(Path programs, Path folder) throws IOException, InterruptedException {
        String client = "http://127.0.0.1:" + Ports.free();
        String peer = "http://127.0.0.1:" + Ports.free();
        List<String> words = List.of(
                programs.resolve("etcd").toString(),
                "--name=e2e",
                "--data-dir=" + Files.createTempDirectory(folder, "etcd-"),
                // Nobody needs these data after a crash, and fsync on a busy disk takes longer than a lease.
                "--unsafe-no-fsync",
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=e2e=" + peer);
        Daemon daemon = Daemon.start(folder, folder.resolve("etcd.log"), words);
        try {
            daemon.await(() -> isHealthy(client));
            return new Etcd(daemon, client);
        } catch (IOException | RuntimeException | InterruptedException e) {
            daemon.close();
            throw e;
        }
    }

    private static boolean isHealthy(String url) throws InterruptedException {
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create(url + "/health"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            HttpClient client = HttpClient.newHttpClient();
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        daemon.close();
    }
}
