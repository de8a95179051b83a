package dev.ballast.e2e.reconcile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.e2e.proxy.Proxy;
import dev.ballast.reconcile.ReconcilerProcess;
import dev.ballast.reconcile.Settings;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A namespace of a cluster with Velero's and Ballast's kinds, and the reconcilers that a test runs in it. */
final class Workspace implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Nothing was written for so long: it is done. */
    private static final Duration QUIET = Duration.ofMillis(2500);

    private static final Map<String, String> VERSIONS =
            Map.of("velero.io", "v1", "ballast.dev", "v1alpha1", "coordination.k8s.io", "v1");

    private final TestCluster cluster;
    private final String namespace;
    private final List<Runnable> endings = new ArrayList<>();
    private @Nullable KubernetesClient reader;

    private Workspace(TestCluster cluster, String namespace) {
        this.cluster = cluster;
        this.namespace = namespace;
    }

    /** An empty namespace with an Environment that says that Velero is in it. */
    static Workspace in(Clusters clusters, String namespace) throws IOException, InterruptedException {
        return in(clusters.withVeleroAndBallast(), namespace);
    }

    static Workspace in(TestCluster cluster, String namespace) throws IOException, InterruptedException {
        var workspace = new Workspace(cluster, namespace);
        workspace.cluster.namespace(namespace);
        workspace.apply("""
                apiVersion: ballast.dev/v1alpha1
                kind: Environment
                metadata: {name: prod}
                spec:
                  velero: {version: "1.18.3", namespace: %s, csi: true, nodeAgent: true}
                  snapshotLocations: [{name: primary, provider: aws, region: us-east-1}]
                """.formatted(namespace));
        return workspace;
    }

    String namespace() {
        return namespace;
    }

    TestCluster cluster() {
        return cluster;
    }

    /** Starts a reconciler with rights to everything. */
    ReconcilerProcess reconcile() throws IOException {
        return reconcile(Settings.of(namespace));
    }

    ReconcilerProcess reconcile(Settings settings) throws IOException {
        return reconcile(client(), settings);
    }

    ReconcilerProcess reconcile(KubernetesClient client, Settings settings) {
        ReconcilerProcess process = ReconcilerProcess.start(client, settings, Clock.systemUTC());
        endings.add(0, client::close);
        endings.add(0, process::close);
        return process;
    }

    /** Starts a reconciler that reaches the cluster through a proxy only. */
    ReconcilerProcess reconcile(Proxy proxy) throws IOException {
        return reconcile(client(proxy), Settings.of(namespace));
    }

    /** A proxy before the API server; it ends with the workspace. */
    Proxy proxy() throws IOException {
        Proxy proxy = Proxy.before(cluster.url(), cluster.trust());
        endings.add(() -> close(proxy));
        return proxy;
    }

    /** Closes something with the workspace. */
    void atTheEnd(AutoCloseable closeable) {
        endings.add(0, () -> close(closeable));
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client with rights to everything, through a proxy. */
    KubernetesClient client(Proxy proxy) throws IOException {
        Config config = Config.fromKubeconfig(cluster.kubeconfig().toFile());
        config.setMasterUrl(proxy.url());
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    /** Waits until nothing was written through a proxy for a moment. */
    static void awaitQuiet(Proxy proxy) throws InterruptedException {
        List<String> before = List.of("nothing yet");
        while (!proxy.writes().equals(before)) {
            before = proxy.writes();
            Thread.sleep(QUIET.toMillis());
        }
    }

    /** A client with rights to everything. */
    KubernetesClient client() throws IOException {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(cluster.kubeconfig().toFile()))
                .build();
    }

    /** What {@code kubectl apply} does, as a person would. */
    void apply(String documents) throws IOException, InterruptedException {
        kubectl(documents, "apply", "-f", "-").orThrow("applying");
    }

    /** A file of this package's resources, applied. */
    void applyFile(String name) throws IOException, InterruptedException {
        apply(file(name));
    }

    static String file(String name) throws IOException {
        try (InputStream in = Workspace.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no file " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    Finished kubectl(String input, String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("-n", namespace));
        words.addAll(List.of(arguments));
        return cluster.kubectl(input, words.toArray(String[]::new));
    }

    /**
     * An object, or a missing node.
     *
     * @param kind plural and group, or what else kubectl takes
     */
    JsonNode get(String kind, String name) throws IOException, InterruptedException {
        String[] words =
                kind.equals("backuppolicy") ? new String[] {"backuppolicies", "ballast.dev"} : kind.split("\\.", 2);
        String version = words.length == 2 ? VERSIONS.get(words[1]) : null;
        return version == null
                ? getByKubectl(kind, name)
                : getRaw("/apis/%s/%s/namespaces/%s/%s/%s".formatted(words[1], version, namespace, words[0], name));
    }

    private JsonNode getByKubectl(String kind, String name) throws IOException, InterruptedException {
        Finished got = kubectl("", "get", kind, name, "-o", "json", "--ignore-not-found", "--show-managed-fields");
        got.orThrow("reading");
        return got.stdout().isEmpty() ? JSON.missingNode() : JSON.readTree(got.stdout());
    }

    /** Without kubectl, which costs too much to be run ten times a second. */
    private JsonNode getRaw(String path) throws IOException {
        String text = reader().raw(path);
        return text == null ? JSON.missingNode() : JSON.readTree(text);
    }

    private KubernetesClient reader() throws IOException {
        KubernetesClient known = reader;
        if (known == null) {
            known = client();
            reader = known;
            endings.add(known::close);
        }
        return known;
    }

    /** Names of the objects of a kind, sorted. */
    List<String> names(String kind) throws IOException, InterruptedException {
        String names = kubectl("", "get", kind, "-o", "jsonpath={.items[*].metadata.name}")
                .orThrow("listing")
                .stdout();
        return names.isEmpty() ? List.of() : List.of(names.split(" "));
    }

    /** Waits until an object is as it should be, and answers with it. */
    JsonNode await(String kind, String name, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonNode object = get(kind, name);
            if (wanted.test(object)) {
                return object;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "%s %s did not become as it should; it is %s".formatted(kind, name, object.toPrettyString()));
            }
            Thread.sleep(100);
        }
    }

    /** Changes an object as a person does with {@code kubectl patch}. */
    void patch(String kind, String name, String merge) throws IOException, InterruptedException {
        patchAs("kubectl-patch", kind, name, merge);
    }

    /** Changes an object as a program of that name does. */
    void patchAs(String manager, String kind, String name, String merge) throws IOException, InterruptedException {
        kubectl("", "patch", kind, name, "--type=merge", "--field-manager=" + manager, "-p", merge)
                .orThrow("patching");
    }

    /** Waits until a policy has a condition with a reason. */
    JsonNode awaitReason(String policy, String type, String reason) throws IOException, InterruptedException {
        return await(
                "backuppolicy",
                policy,
                object -> condition(object, type).path("reason").asText().equals(reason));
    }

    /** Waits until a policy has a condition with a status. */
    JsonNode awaitCondition(String policy, String type, String status) throws IOException, InterruptedException {
        return await(
                "backuppolicy",
                policy,
                object -> condition(object, type).path("status").asText().equals(status));
    }

    /** A condition of an object, or a missing node. */
    static JsonNode condition(JsonNode object, String type) {
        for (JsonNode condition : object.path("status").path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return JSON.missingNode();
    }

    @Override
    public void close() {
        endings.forEach(Runnable::run);
    }
}
