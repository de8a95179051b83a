package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
     * newer; and with the kind of CloudNativePG that Ballast writes.
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
        return with("velero-" + newest, tools.veleroCrds(newest) + tools.cloudNativePgCrds());
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

    private static int minor(String version) {
        return Integer.parseInt(version.split("\\.", -1)[1]);
    }

    @Override
    public void close() throws IOException {
        for (TestCluster cluster : started.values()) {
            cluster.close();
        }
        etcd.close();
        Folders.delete(folder);
    }
}
