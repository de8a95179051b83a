package dev.ballast.e2e.helm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Daemon;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.e2e.proxy.Proxy;
import dev.ballast.manifest.YamlWriter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The only container of a Deployment as a plain process, since there are no nodes: with its arguments, its environment and the rights of its
 * account. What it asks of the API server passes through a proxy that remembers.
 *
 * @param container of the Deployment
 */
record Stand(Daemon process, Proxy proxy, JsonNode container) implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int OK = 200;

    /** A port that was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts it.
     *
     * @param folder for its files
     * @param argument what becomes of each argument
     */
    static Stand start(TestCluster cluster, JsonNode deployment, Path folder, UnaryOperator<String> argument)
            throws IOException, InterruptedException {
        JsonNode pod = deployment.at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        Proxy proxy = Proxy.before(cluster.url(), cluster.trust());
        String token = cluster.kubectl(
                        "",
                        "create",
                        "token",
                        pod.path("serviceAccountName").asText(),
                        "--namespace",
                        deployment.at("/metadata/namespace").asText())
                .orThrow("making a token")
                .stdout()
                .strip();
        Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kubeconfig(proxy.url(), token));
        Map<String, String> environment = new TreeMap<>(Map.of(
                "KUBECONFIG",
                kubeconfig.toString(),
                "HOSTNAME",
                deployment.at("/metadata/name").asText() + "-5d89c-x7k2p"));
        container
                .path("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(), variable.path("value").asText()));
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "dev.ballast.cli.Main"));
        container.path("args").forEach(word -> words.add(argument.apply(word.asText())));
        Daemon process = Daemon.start(folder, folder.resolve("ballast.log"), words, environment);
        return new Stand(process, proxy, container);
    }

    /** Asks a probe of the Deployment as the kubelet does, until it is answered as it should be. */
    void awaitProbe(String name) throws IOException, InterruptedException {
        String path = container.at("/" + name + "/httpGet/path").asText();
        Patience.until(
                name, LIMIT, () -> get(path).map(HttpResponse::statusCode).orElse(0) == OK, process::lastWords);
    }

    /** What Prometheus would read. */
    String metrics() throws IOException, InterruptedException {
        return get("/metrics").orElseThrow().body();
    }

    private Optional<HttpResponse<String>> get(String path) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("it ended:\n" + process.lastWords());
        }
        URI uri = URI.create(
                "http://127.0.0.1:" + container.at("/ports/0/containerPort").asInt() + path);
        try {
            return Optional.of(HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri)
                                    .timeout(Duration.ofSeconds(20))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString()));
        } catch (ConnectException notYet) {
            return Optional.empty();
        }
    }

    // Surefire starts this process with a jar that only names the class path.
    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }

    private static String kubeconfig(String url, String token) {
        return YamlWriter.document(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "clusters",
                List.of(Map.of("name", "pod", "cluster", Map.of("server", url))),
                "users",
                List.of(Map.of("name", "pod", "user", Map.of("token", token))),
                "contexts",
                List.of(Map.of("name", "pod", "context", Map.of("cluster", "pod", "user", "pod"))),
                "current-context",
                "pod"));
    }

    @Override
    public void close() throws IOException {
        process.stop();
        proxy.close();
    }
}
