package dev.ballast.e2e.cluster;

import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import dev.ballast.schema.crd.CustomResourceDefinitions;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The clusters of one test run, started when first asked for. Every set of CRDs has an API server of its own, so that a change of a
 * definition is never a race with requests that still see the one before.
 */
public final class Clusters implements AutoCloseable {
    /** Versions of Velero, by the beginning of their name, oldest first; each has a folder {@code tools/velero-VERSION}. */
    private static final List<String> VELEROS = List.of("1.14", "1.16", "1.18");

    private final Tools tools;
    private final Path folder;
    private final Etcd etcd;
    private final Map<String, TestCluster> started = new TreeMap<>();
    private final Deque<Closeable> programs = new ArrayDeque<>();

    private Clusters(Tools tools, Path folder, Etcd etcd) {
        this.tools = tools;
        this.folder = folder;
        this.etcd = etcd;
    }

    static Clusters start() throws IOException, InterruptedException {
        Tools tools = Tools.here();
        Path folder = Files.createTempDirectory("ballast-clusters-");
        return new Clusters(tools, folder, Etcd.start(tools.etcd(), folder));
    }

    /**
     * A cluster with Velero's own CRDs as a Velero of this version would have them: those of the newest release at hand that is not
     * newer; and with the kinds of CloudNativePG and of Prometheus' operator that Ballast writes.
     *
     * @param version from 1.14 on, for example {@code 1.18.3}
     */
    public TestCluster withVelero(String version) throws IOException, InterruptedException {
        String newest = VELEROS.get(0);
        for (String candidate : VELEROS) {
            if (minor(candidate) <= minor(version)) {
                newest = candidate;
            }
        }
        return with(
                "velero-" + newest,
                tools.veleroCrds(newest) + tools.cloudNativePgCrds() + "\n" + tools.monitoringCrds());
    }

    /** A cluster with Velero's newest CRDs, those of snapshots and Ballast's own. */
    public TestCluster withVeleroAndBallast() throws IOException, InterruptedException {
        return with("velero-and-ballast", veleroAndBallast());
    }

    private String veleroAndBallast() throws IOException, InterruptedException {
        return veleroCrds() + "\n" + snapshotCrds() + "\n" + ballastCrds();
    }

    /** Velero's newest CRDs. */
    public String veleroCrds() throws IOException, InterruptedException {
        return tools.veleroCrds(VELEROS.get(VELEROS.size() - 1));
    }

    /** The kind of snapshots that Velero has made by CSI. */
    public String snapshotCrds() throws IOException, InterruptedException {
        return tools.snapshotCrds();
    }

    /** The kinds of Prometheus' operator that a chart may bring objects of. */
    public String monitoringCrds() throws IOException, InterruptedException {
        return tools.monitoringCrds();
    }

    /** A Helm that keeps nothing beyond this run. */
    public Helm helm() throws IOException, InterruptedException {
        return new Helm(tools.helm().resolve("helm"), Files.createTempDirectory(folder, "helm-"));
    }

    /** Ballast's own CRDs. */
    public String ballastCrds() {
        var definitions = new CustomResourceDefinitions(new Schemas());
        return Stream.of(Kind.values())
                .map(kind -> "---\n" + definitions.yaml(kind))
                .collect(Collectors.joining("\n"));
    }

    /** Starts controllers that collect what has lost its owner and end namespaces; they run as long as the cluster. */
    public void collectGarbage(TestCluster cluster) throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(folder, "controllers-");
        kept(ControllerManager.start(tools.controllerManager(), own, cluster));
    }

    /** A cluster with these CRDs; the same cluster for the same name. */
    public TestCluster with(String name, String definitions) throws IOException, InterruptedException {
        TestCluster known = started.get(name);
        if (known != null) {
            return known;
        }
        TestCluster cluster = TestCluster.start(tools.kubernetes(), etcd, Files.createDirectory(folder.resolve(name)));
        started.put(name, cluster);
        cluster.install(definitions);
        return cluster;
    }

    /**
     * A cluster of its own, with Velero's CRDs, in which the wall clock is one that can be set.
     *
     * @param name of no other cluster
     * @param start the time there when it is ready, or shortly before
     * @param real what the clock is ahead of, or behind
     */
    public ShiftedCluster shifted(String name, Instant start, Clock real) throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve("shifted-" + name));
        // Before the clock is set: where they are not there yet they are built, which takes minutes.
        Path kubectl = tools.kubernetes().resolve("kubectl");
        Path programs = ShiftedTools.of(tools).kubernetes();
        String crds = tools.veleroCrds("1.18");
        ShiftedClock clock = ShiftedClock.at(own.resolve("shift"), real);
        clock.set(start);
        TestCluster cluster = TestCluster.start(programs, kubectl, etcd, own, clock);
        started.put(own.getFileName().toString(), cluster);
        cluster.install(crds);
        return new ShiftedCluster(cluster, clock, own);
    }

    /**
     * A Velero of the newest version in a cluster of {@link #shifted}, with an empty store.
     *
     * @param phase when, after midnight UTC, its periodic loops look, and every period before and after that
     */
    public ShiftedVelero velero(ShiftedCluster shifted, Duration phase) throws IOException, InterruptedException {
        Path own = Files.createDirectory(shifted.folder().resolve("programs"));
        S3Server s3 = kept(S3Server.start(tools.s3(), own.resolve("s3")));
        VeleroOptions options = VeleroOptions.usual().with("BALLAST_PHASE", Long.toString(phase.toSeconds()));
        for (Map.Entry<String, String> variable : shifted.clock().environment().entrySet()) {
            options = options.with(variable.getKey(), variable.getValue());
        }
        Path programs = ShiftedTools.of(tools).velero();
        Path folder = own.resolve("velero");
        VeleroServer server =
                kept(VeleroServer.start(programs, tools.awsPlugin(), folder, shifted.cluster(), s3, options));
        return new ShiftedVelero(server, s3);
    }

    /**
     * A cluster of its own in which a Velero runs: with its CRDs and Ballast's, an S3 server, and controllers that collect what has lost
     * its owner and end namespaces.
     *
     * @param name of no other cluster
     */
    public VeleroCluster velero(String name, VeleroOptions options) throws IOException, InterruptedException {
        TestCluster cluster = with(name, veleroAndBallast());
        Path own = Files.createDirectory(folder.resolve(name + "-programs"));
        S3Server s3 = kept(S3Server.start(tools.s3(), own.resolve("s3")));
        kept(ControllerManager.start(tools.controllerManager(), own, cluster));
        return new VeleroCluster(cluster, s3, own, velero(cluster, s3, own, options));
    }

    /** An S3 server of its own, with no bucket yet; its buckets may keep older versions. */
    public S3Server s3() throws IOException, InterruptedException {
        return kept(S3Server.versioned(tools.s3(), Files.createTempDirectory(folder, "s3-")));
    }

    /** The same cluster with one more Velero, in a namespace of its own. */
    public VeleroCluster another(VeleroCluster existing, VeleroOptions options)
            throws IOException, InterruptedException {
        VeleroServer server = velero(existing.cluster(), existing.s3(), existing.folder(), options);
        return new VeleroCluster(existing.cluster(), existing.s3(), existing.folder(), server);
    }

    private VeleroServer velero(TestCluster cluster, S3Server s3, Path programs, VeleroOptions options)
            throws IOException, InterruptedException {
        cluster.namespace(options.namespace());
        Path own = programs.resolve("velero-" + options.namespace());
        return kept(VeleroServer.start(tools, own, cluster, s3, options));
    }

    /** An Argo CD that keeps a cluster equal to Git; its CRDs are installed for it. */
    public ArgoCd argoCd(TestCluster cluster, ArgoCdOptions options) throws IOException, InterruptedException {
        cluster.install(tools.argoCdCrds());
        Path own = Files.createTempDirectory(folder, "argocd-");
        return kept(ArgoCd.start(tools.argoCd(), own, cluster, options));
    }

    /** Argo CD's Lua with this ConfigMap; needs no cluster. */
    public ArgoCdLua argoCdLua(String settings) throws IOException, InterruptedException {
        return ArgoCdLua.in(Files.createTempDirectory(folder, "lua-"), tools.argoCd(), settings);
    }

    /** A file of Argo CD's own sources. */
    public String argoCdFile(String path) throws IOException, InterruptedException {
        return tools.argoCdFile(path);
    }

    /** The CRDs of Flux's Kustomizations and Git repositories. */
    public String fluxCrds() throws IOException, InterruptedException {
        return tools.fluxCrds();
    }

    /**
     * What Flux makes of objects by the health expressions of a Kustomization; needs no cluster.
     *
     * @param kustomization as YAML
     * @param objects as a JSON list
     * @return states as a JSON list
     */
    public String fluxHealth(String kustomization, String objects) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile(folder, "kustomization-", ".yaml"), kustomization);
        List<String> words = List.of(tools.fluxHealth().toString(), file.toString());
        return new Command(words, folder, Map.of(), Duration.ofMinutes(2))
                .run(objects)
                .orThrow("evaluating health")
                .stdout();
    }

    /** What several test classes share: made when first asked for, closed with the run. */
    public <T extends Closeable> T shared(Class<T> type, Start<T> start) throws IOException, InterruptedException {
        for (Closeable program : programs) {
            if (type.isInstance(program)) {
                return type.cast(program);
            }
        }
        return kept(start.run(this));
    }

    /** Makes something of clusters. */
    public interface Start<T> {
        T run(Clusters clusters) throws IOException, InterruptedException;
    }

    private <T extends Closeable> T kept(T running) {
        programs.push(running);
        return running;
    }

    private static int minor(String version) {
        return Integer.parseInt(version.split("\\.", -1)[1]);
    }

    @Override
    public void close() throws IOException {
        // The youngest first: they use the older ones.
        for (Closeable program : programs) {
            program.close();
        }
        for (TestCluster cluster : started.values()) {
            cluster.close();
        }
        etcd.close();
        Folders.delete(folder);
    }
}
