package dev.ballast.e2e.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parts of Argo CD that keep a cluster equal to Git: the controllers of Applications and ApplicationSets, the repository server, the server
 * of one config management plugin, and the Redis they share. The API server of a {@link TestCluster} is where they live and where they deploy
 * to. There is no web interface; what a person clicks there is said through annotations and patches of Applications.
 */
public final class ArgoCd implements Closeable {
    /** In which Applications are seen. */
    public static final String NAMESPACE = "argocd";

    /** In which ApplicationSets are seen, and nobody deploys the Applications they make. */
    public static final String FLEET = "argocd-fleet";

    private static final String OBJECTS = """
            apiVersion: v1
            kind: Secret
            metadata: {name: argocd-secret, labels: {app.kubernetes.io/part-of: argocd}}
            stringData: {server.secretkey: e2e}
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: AppProject
            metadata: {name: default}
            spec:
              sourceRepos: ["*"]
              destinations: [{namespace: "*", server: "*"}]
              clusterResourceWhitelist: [{group: "*", kind: "*"}]
            """;

    private static final String SETTINGS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: argocd-cm, labels: {app.kubernetes.io/part-of: argocd}}
            """;

    private final Path folder;
    private final Path programs;
    private final Path sockets;
    private final Map<String, String> environment = new TreeMap<>();
    private final Deque<Daemon> daemons = new ArrayDeque<>();

    private ArgoCd(Path folder, Path programs, Path sockets) {
        this.folder = folder;
        this.programs = programs;
        this.sockets = sockets;
    }

    static ArgoCd start(Path program, Path folder, TestCluster cluster, ArgoCdOptions options)
            throws IOException, InterruptedException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        for (String part : List.of(
                "application-controller", "applicationset-controller", "repo-server", "cmp-server", "git-ask-pass")) {
            Files.createSymbolicLink(programs.resolve("argocd-" + part), program);
        }
        // Not below the others: the path of a socket must be short.
        ArgoCd started = new ArgoCd(folder, programs, Files.createTempDirectory("argocd-"));
        try {
            started.prepare(cluster, options);
            started.run(cluster.kubeconfig(), options);
            return started;
        } catch (IOException | RuntimeException | InterruptedException e) {
            started.close();
            throw e;
        }
    }

    private void prepare(TestCluster cluster, ArgoCdOptions options) throws IOException, InterruptedException {
        for (String namespace : List.of(NAMESPACE, FLEET)) {
            cluster.namespace(namespace);
            cluster.apply(namespace, OBJECTS);
        }
        cluster.apply(NAMESPACE, options.settings());
        cluster.apply(FLEET, SETTINGS);
        environment.put("KUBECONFIG", cluster.kubeconfig().toString());
        environment.put("ARGOCD_FAKE_IN_CLUSTER", "true");
        environment.put("ARGOCD_GPG_ENABLED", "false");
        environment.put("PATH", options.programs() + ":" + programs + ":" + System.getenv("PATH"));
        for (String name : List.of("TLS_DATA_PATH", "SSH_DATA_PATH", "GPG_DATA_PATH", "GNUPGHOME", "CMP_WORKDIR")) {
            environment.put("ARGOCD_" + name, made(folder.resolve(name)).toString());
        }
        environment.put("TMPDIR", made(sockets.resolve("tmp")).toString());
        environment.put(
                "ARGOCD_PLUGINSOCKFILEPATH", made(sockets.resolve("plugins")).toString());
        environment.put("ARGOCD_ASK_PASS_SOCK", sockets.resolve("ask-pass.sock").toString());
    }

    private static Path made(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }

    private void run(Path kubeconfig, ArgoCdOptions options) throws IOException, InterruptedException {
        int redis = started(
                1,
                ports -> List.of(
                        "redis-server",
                        "--port",
                        "" + ports.get(0),
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no"));
        String cache = "--redis=127.0.0.1:" + redis;
        plugin(options.plugin());
        int repositories = started(
                2,
                ports -> List.of(
                        part("repo-server"),
                        "--address=127.0.0.1",
                        "--port=" + ports.get(0),
                        "--metrics-address=127.0.0.1",
                        "--metrics-port=" + ports.get(1),
                        "--disable-tls",
                        "--revision-cache-expiration=2s",
                        cache));
        started(1, ports -> controller(kubeconfig, ports.get(0), repositories, cache));
        started(
                3,
                ports -> List.of(
                        part("applicationset-controller"),
                        "--kubeconfig=" + kubeconfig,
                        "--namespace=" + FLEET,
                        "--argocd-repo-server=127.0.0.1:" + repositories,
                        "--repo-server-plaintext",
                        "--probe-addr=127.0.0.1:" + ports.get(0),
                        "--metrics-addr=127.0.0.1:" + ports.get(1),
                        "--webhook-addr=127.0.0.1:" + ports.get(2)));
    }

    // What takes minutes in a cluster by default, so that nothing is asked too often, is to take seconds here.
    private List<String> controller(Path kubeconfig, int metrics, int repositories, String cache) {
        return List.of(
                part("application-controller"),
                "--kubeconfig=" + kubeconfig,
                "--namespace=" + NAMESPACE,
                "--repo-server=127.0.0.1:" + repositories,
                "--repo-server-plaintext",
                cache,
                "--metrics-port=" + metrics,
                "--app-resync=10",
                "--app-resync-jitter=0",
                "--self-heal-backoff-timeout-seconds=1",
                "--self-heal-backoff-factor=1",
                "--self-heal-backoff-cap-seconds=1",
                "--self-heal-backoff-cooldown-seconds=1",
                "--persist-resource-health");
    }

    private void plugin(Path configuration) throws IOException, InterruptedException {
        Daemon daemon = daemon("cmp-server", List.of(part("cmp-server"), "--config-dir-path=" + configuration));
        Path socket = sockets.resolve("plugins");
        daemon.await(() -> socket.toFile().list().length > 0);
        daemons.push(daemon);
    }

    private String part(String name) {
        return programs.resolve("argocd-" + name).toString();
    }

    /** The words of a program that takes some ports. */
    private interface Words {
        List<String> with(List<Integer> ports);
    }

    /** Starts something and waits until it listens; the answer is its first port. */
    private int started(int count, Words words) throws IOException, InterruptedException {
        return DiedEarly.retried(() -> {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ports.add(Ports.free());
            }
            List<String> all = words.with(ports);
            Daemon daemon = daemon(Path.of(all.get(0)).getFileName().toString(), all);
            try {
                daemon.await(() -> Ports.isListening(ports.get(0)));
            } catch (IOException | RuntimeException | InterruptedException e) {
                daemon.close();
                throw e;
            }
            daemons.push(daemon);
            return ports.get(0);
        });
    }

    private Daemon daemon(String name, List<String> words) throws IOException {
        Path home = made(folder.resolve("home-of-" + name));
        return Daemon.start(home, folder.resolve(name + ".log"), words, environment);
    }

    /** What all of it wrote last, for a person who must find out why something does not happen. */
    public String lastWords() throws IOException {
        var words = new StringBuilder();
        for (Daemon daemon : daemons) {
            words.append(daemon.lastWords()).append("\n\n");
        }
        return words.toString();
    }

    @Override
    public void close() throws IOException {
        for (Daemon daemon : daemons) {
            daemon.close();
        }
        daemons.clear();
        Folders.delete(sockets);
    }
}
