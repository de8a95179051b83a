package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A cluster in which backups are really made.
 *
 * @param cluster with the CRDs, and controllers of Kubernetes
 * @param s3 an S3 server, at first without buckets
 * @param folder for programs that run there
 * @param velero with the plugin for AWS
 */
public record VeleroCluster(TestCluster cluster, S3Server s3, Path folder, VeleroServer velero) {
    /**
     * Puts credentials where a location finds them; others that are there are replaced.
     *
     * @param secret its name, in the namespace of this Velero; the key is {@code cloud}
     * @param text as {@link S3Server#credentials} gives it
     */
    public void credentials(String secret, String text) throws IOException, InterruptedException {
        String document = cluster.kubectl(
                        "",
                        "create",
                        "secret",
                        "generic",
                        secret,
                        "--namespace=" + velero.namespace(),
                        "--from-literal=cloud=" + text,
                        "--dry-run=client",
                        "--output=yaml")
                .orThrow("writing a Secret")
                .stdout();
        cluster.apply(velero.namespace(), document);
    }
}
