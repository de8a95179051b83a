package dev.ballast.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/**
 * An API server with one set of CRDs and the namespace {@code velero}. There are no controllers, unless a {@link ControllerManager} or a
 * {@link VeleroServer} was started for it: nothing is done, only judged.
 */
public final class TestCluster implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    private volatile ApiServer server;
    private final ApiClient client;
    private final Path kubectl;
    private final Map<String, String> forKubectl;
    private final Map<String, String> pluralOfKind = new TreeMap<>();
    private final Set<String> namespaces = ConcurrentHashMap.newKeySet();

    private TestCluster(ApiServer server, Path kubectl, Map<String, String> forKubectl) throws IOException {
        this.server = server;
        this.client = ApiClient.of(server);
        this.kubectl = kubectl;
        this.forKubectl = forKubectl;
    }

    static TestCluster start(Path programs, Etcd etcd, Path folder) throws IOException, InterruptedException {
        ApiServer server = ApiServer.start(programs, etcd, folder, Map.of());
        var cluster = new TestCluster(server, programs.resolve("kubectl"), Map.of());
        return cluster.ready(
                Map.of("certificate-authority", server.certificate().toString()));
    }

    /** The same, with an API server that has another wall clock than kubectl. */
    static TestCluster start(Path programs, Path kubectl, Etcd etcd, Path folder, ShiftedClock clock)
            throws IOException, InterruptedException {
        ApiServer server = ApiServer.start(programs, etcd, folder, clock.environment());
        // An answer that was made in the future never becomes too old for kubectl's cache, so it gets none.
        var cluster = new TestCluster(server, kubectl, Map.of("KUBECACHEDIR", "/dev/null"));
        // The server's certificate holds for a year of its own time.
        return cluster.ready(Map.of("insecure-skip-tls-verify", true));
    }

    private TestCluster ready(Map<String, Object> trust) throws IOException, InterruptedException {
        Files.writeString(kubeconfig(), YAML.writeValueAsString(access(trust)));
        namespace("velero");
        return this;
    }

    /** Runs {@code kubectl ARGUMENTS} against this cluster with {@code input} on its standard input. */
    public Finished kubectl(String input, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(kubectl.toString()));
        words.addAll(List.of(arguments));
        Path home = server.folder();
        Map<String, String> environment = new TreeMap<>(forKubectl);
        environment.putAll(
                Map.of("HOME", home.toString(), "KUBECONFIG", kubeconfig().toString()));
        return new Command(words, home, environment, LIMIT).run(input);
    }

    /** What {@code kubectl apply --server-side} would do with a stream of documents, every unknown field an error. */
    public Finished applyStrictly(String documents) throws IOException, InterruptedException {
        return kubectl(documents, "apply", "--server-side", "--dry-run=server", "--validate=strict", "-f", "-");
    }

    /** Applies a stream of documents as {@code kubectl apply --server-side} does, every unknown field an error. */
    public void apply(String namespace, String documents) throws IOException, InterruptedException {
        kubectl(documents, "apply", "-n", namespace, "--server-side", "--validate=strict", "-f", "-")
                .orThrow("applying\n" + documents);
    }

    /** What a list request answers, for example {@code /apis/velero.io/v1/namespaces/velero/backups}. */
    public List<JsonNode> list(String path) throws IOException, InterruptedException {
        ApiClient.Answer answer = client.get(path);
        if (answer.status() != 200) {
            throw new IOException(path + " answers " + answer.status() + " " + answer.text());
        }
        List<JsonNode> items = new ArrayList<>();
        JSON.readTree(answer.text()).path("items").forEach(items::add);
        return items;
    }

    /** Sees to it that a namespace exists. */
    public void namespace(String name) throws IOException, InterruptedException {
        if (namespaces.add(name)) {
            kubectl("", "create", "namespace", name).orThrow("creating the namespace");
        }
    }

    /** Installs CRDs and waits until their kinds are served. */
    public void install(String definitions) throws IOException, InterruptedException {
        kubectl(definitions, "apply", "--server-side", "--validate=strict", "-f", "-")
                .orThrow("installing CRDs");
        // kubectl gives up at once on one that has no condition at all yet.
        Patience.until(
                "all CRDs are established",
                LIMIT,
                () -> established().exit() == 0,
                () -> established().stderr());
        Set<String> expected = new TreeSet<>();
        for (JsonNode definition : definitions()) {
            JsonNode spec = definition.path("spec");
            expected.add(definition.path("metadata").path("name").asText());
            pluralOfKind.put(
                    spec.path("names").path("kind").asText(),
                    spec.path("names").path("plural").asText());
        }
        awaitServed(expected);
    }

    private Finished established() throws IOException, InterruptedException {
        return kubectl("", "wait", "--for=condition=Established", "--timeout=60s", "crd", "--all");
    }

    /** The CRDs as the server keeps them, with their status. */
    public List<JsonNode> definitions() throws IOException, InterruptedException {
        Finished listed = kubectl("", "get", "crd", "-o", "json").orThrow("listing CRDs");
        List<JsonNode> found = new ArrayList<>();
        JSON.readTree(listed.stdout()).path("items").forEach(found::add);
        return found;
    }

    /**
     * Judges one object of a kind of the installed CRDs in the namespace {@code velero}, as {@link #applyStrictly} does. The text
     * goes to the server as it is; only kind, version and name are read here, because they make the address.
     */
    public Verdict judge(String document) throws IOException, InterruptedException {
        JsonNode tree = YAML.readTree(document);
        String plural = pluralOfKind.get(tree.path("kind").asText());
        String name = tree.path("metadata").path("name").asText();
        if (plural == null || name.isEmpty()) {
            return new Verdict(false, "an object needs a known kind and a name");
        }
        String path = "/apis/" + tree.path("apiVersion").asText() + "/namespaces/velero/" + plural + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
                + "?dryRun=All&fieldValidation=Strict&fieldManager=e2e&force=true";
        ApiClient.Answer answer = client.apply(path, document);
        boolean accepted = answer.status() == 200 || answer.status() == 201;
        return new Verdict(accepted, accepted ? "" : answer.status() + " " + answer.text());
    }

    /**
     * Objects of the namespace {@code velero}, read without kubectl: for those who look many times a second.
     *
     * @param resource plural name of a kind of {@code velero.io/v1}
     */
    public List<JsonNode> read(String resource) throws IOException, InterruptedException {
        String path = "/apis/velero.io/v1/namespaces/velero/" + resource;
        ApiClient.Answer answer = client.get(path);
        if (answer.status() != 200) {
            throw new IOException(path + " answers " + answer.status() + " " + answer.text());
        }
        List<JsonNode> items = new ArrayList<>();
        JSON.readTree(answer.text()).path("items").forEach(items::add);
        return items;
    }

    // kubectl learns kinds from discovery, which trails the condition Established by a moment.
    private void awaitServed(Set<String> expected) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!served().containsAll(expected)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("served are only " + served() + ", not all of " + expected);
            }
            Thread.sleep(200);
        }
    }

    private Set<String> served() throws IOException, InterruptedException {
        Finished listed =
                kubectl("", "api-resources", "--cached=false", "-o", "name").orThrow("discovery");
        return new TreeSet<>(listed.stdout().lines().toList());
    }

    /** Kills the API server, as a node that fails does; what it stored stays. */
    public void kill() throws IOException {
        server.close();
    }

    /** Starts an API server again where the killed one was. */
    public void revive() throws IOException, InterruptedException {
        server = server.again();
    }

    /** Where the API server listens. */
    public String url() {
        return server.url();
    }

    /** Trust in the API server alone. */
    public SSLContext trust() throws IOException {
        return Trust.in(server.certificate());
    }

    /** With which programs reach this cluster as a user who may do everything. */
    public Path kubeconfig() {
        return server.folder().resolve("kubeconfig");
    }

    private Map<String, Object> access(Map<String, Object> trust) {
        Map<String, Object> cluster = new TreeMap<>(trust);
        cluster.put("server", server.url());
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "clusters",
                List.of(Map.of("name", "e2e", "cluster", cluster)),
                "users",
                List.of(Map.of("name", "e2e", "user", Map.of("token", server.token()))),
                "contexts",
                List.of(Map.of("name", "e2e", "context", Map.of("cluster", "e2e", "user", "e2e"))),
                "current-context",
                "e2e");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
