package dev.ballast.e2e.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Velero server in a namespace of a cluster, which can be stopped and started again. It has the plugin for AWS and no node agent: backups
 * hold API objects only. A location that names no credential gets those of the S3 server from a file; the Secret of one that does is read
 * by Velero into a file that plugins may meet empty, so that now and then a location is Unavailable for a while.
 */
public final class VeleroServer implements Closeable {
    private final Path program;
    private final Path plugins;
    private final Path folder;
    private final Path sockets;
    private final Path kubeconfig;
    private final Path credentials;
    private final VeleroOptions options;
    private @Nullable Daemon running;
    private String metrics = "";

    private VeleroServer(
            Path program,
            Path plugins,
            Path folder,
            Path sockets,
            Path kubeconfig,
            Path credentials,
            VeleroOptions options) {
        this.program = program;
        this.plugins = plugins;
        this.folder = folder;
        this.sockets = sockets;
        this.kubeconfig = kubeconfig;
        this.credentials = credentials;
        this.options = options;
    }

    static VeleroServer start(Tools tools, Path folder, TestCluster cluster, S3Server s3, VeleroOptions options)
            throws IOException, InterruptedException {
        return start(tools.velero(), tools.awsPlugin(), folder, cluster, s3, options);
    }

    /** One that was built elsewhere. */
    static VeleroServer start(
            Path programs, Path plugins, Path folder, TestCluster cluster, S3Server s3, VeleroOptions options)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        VeleroServer server = new VeleroServer(
                programs.resolve("velero"),
                plugins,
                folder,
                // Not below the others: the path of a socket must be short, and plugins make theirs in here.
                Files.createTempDirectory("velero-"),
                cluster.kubeconfig(),
                Files.writeString(folder.resolve("credentials"), s3.credentials()),
                options);
        try {
            server.start();
            return server;
        } catch (IOException | RuntimeException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    /** Starts it and waits until its metrics are served, shortly before its controllers work; {@link IllegalStateException} if it runs. */
    public void start() throws IOException, InterruptedException {
        if (running != null) {
            throw new IllegalStateException("it runs already");
        }
        running = DiedEarly.retried(this::startOnce);
    }

    private Daemon startOnce() throws IOException, InterruptedException {
        metrics = "127.0.0.1:" + Ports.free();
        Daemon daemon = Daemon.start(folder, log(), words(), environment());
        try {
            daemon.await(this::answers);
            return daemon;
        } catch (IOException | RuntimeException | InterruptedException e) {
            daemon.close();
            throw e;
        }
    }

    private List<String> words() {
        return List.of(
                program.toString(),
                "server",
                "--kubeconfig=" + kubeconfig,
                "--plugin-dir=" + plugins,
                "--metrics-address=" + metrics,
                "--profiler-address=127.0.0.1:0",
                "--garbage-collection-frequency=" + seconds(options.collection()),
                "--store-validation-frequency=" + seconds(options.validation()),
                "--backup-sync-period=" + seconds(options.sync()),
                "--concurrent-backups=" + options.concurrency());
    }

    private Map<String, String> environment() {
        Map<String, String> all = new TreeMap<>(options.environment());
        all.put("VELERO_NAMESPACE", options.namespace());
        all.put("AWS_SHARED_CREDENTIALS_FILE", credentials.toString());
        all.put("TMPDIR", sockets.toString());
        return all;
    }

    private static String seconds(Duration period) {
        return period.toSeconds() + "s";
    }

    /** Stops it as a cluster would, by asking; nothing if it does not run. */
    public void stop() throws IOException {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    /** In which it works. */
    public String namespace() {
        return options.namespace();
    }

    /** What it writes, over all its starts. */
    public Path log() {
        return folder.resolve("velero.log");
    }

    /** Where its metrics are served, until it is stopped. */
    public URI metrics() {
        return URI.create("http://" + metrics + "/metrics");
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(metrics())
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        Folders.delete(sockets);
    }
}
