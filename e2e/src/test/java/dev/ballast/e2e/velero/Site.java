package dev.ballast.e2e.velero;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.S3Server;
import dev.ballast.e2e.cluster.VeleroCluster;
import dev.ballast.e2e.cluster.VeleroOptions;
import dev.ballast.reconcile.ReconcilerProcess;
import dev.ballast.reconcile.Settings;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * A Velero with a reconciler beside it.
 *
 * @param running the cluster and its Velero
 * @param client of the reconciler
 * @param clock of this machine, by which the cluster lives too
 */
record Site(VeleroCluster running, KubernetesClient client, ReconcilerProcess reconciler, Clock clock)
        implements AutoCloseable {
    private static final String BUCKET = "e2e";

    private static final String ENVIRONMENT = """
            apiVersion: ballast.dev/v1alpha1
            kind: Environment
            metadata: {name: prod}
            spec:
              velero: {version: "1.18.3", namespace: %s}
            """;

    // Ballast does not write this location: the test is the one who installed it.
    private static final String STORE = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: %1$s}
            spec: {provider: s3, bucket: %2$s, prefix: %1$s, region: %3$s, endpoint: "%4$s", managed: false}
            ---
            apiVersion: velero.io/v1
            kind: BackupStorageLocation
            metadata: {name: %1$s}
            spec:
              provider: aws
              objectStorage: {bucket: %2$s, prefix: %1$s}
              config: {region: %3$s, s3Url: "%4$s", s3ForcePathStyle: "true", checksumAlgorithm: ""}
              %5$s
            """;

    /** Options with which little is to be waited for. */
    static VeleroOptions quick() {
        VeleroOptions usual = VeleroOptions.usual();
        Duration often = Duration.ofSeconds(10);
        return usual.collectingEvery(often).syncingEvery(often).making(6);
    }

    /** Puts a reconciler beside a Velero. */
    static Site at(VeleroCluster running, Clock clock) throws IOException, InterruptedException {
        String namespace = running.velero().namespace();
        running.cluster().apply(namespace, ENVIRONMENT.formatted(namespace));
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(running.cluster().kubeconfig().toFile()))
                .build();
        return new Site(running, client, ReconcilerProcess.start(client, settings(namespace), clock), clock);
    }

    private static Settings settings(String namespace) {
        return Settings.of(namespace).with(Duration.ofSeconds(5));
    }

    /** A cluster with a bucket, a Velero and a reconciler. */
    static Site start(Clusters clusters, String name, Clock clock) throws IOException, InterruptedException {
        VeleroCluster running = clusters.velero(name, quick());
        running.s3().bucket(BUCKET);
        return at(running, clock);
    }

    /**
     * A store, a policy of the same name that uses it, and a namespace of the same name that it selects; the policy is not applied yet. Waits
     * until Velero has found the store.
     *
     * @param location more fields of the spec of the location, two spaces before each but the first; may be empty
     */
    Story story(String name, String location) throws IOException, InterruptedException {
        running.cluster().namespace(name);
        S3Server s3 = running.s3();
        running.cluster().apply(namespace(), STORE.formatted(name, BUCKET, S3Server.REGION, s3.url(), location));
        Story story = new Story(this, name, BUCKET);
        story.awaitStore("Available");
        return story;
    }

    String namespace() {
        return running.velero().namespace();
    }

    @Override
    public void close() throws IOException {
        reconciler.close();
        client.close();
        running.velero().stop();
    }
}
