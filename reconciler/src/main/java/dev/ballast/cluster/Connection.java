package dev.ballast.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.File;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A way to one cluster, as {@code kubectl} would find it. Made for a person who waits: what does not answer is given up after seconds. */
public final class Connection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;

    /** A busy server takes more than the client's usual ten seconds for a page of Backups, and one that is given up is asked for again. */
    private static final int ANSWER_MILLIS = 30_000;

    private static final int RETRIES = 2;

    private final KubernetesClient client;

    private Connection(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Finds a cluster; nothing is asked of it yet.
     *
     * @param kubeconfig file to read; absent for {@code KUBECONFIG}, {@code ~/.kube/config}, or that of the Pod this runs in
     * @param context of it; absent for its current one
     * @throws Unreachable when the configuration cannot be read
     */
    public static Connection open(@Nullable File kubeconfig, @Nullable String context) {
        try {
            Config found =
                    kubeconfig == null ? Config.autoConfigure(context) : Config.fromKubeconfig(context, kubeconfig);
            if (context != null) {
                known(found, context);
            }
            if (found.getContexts().isEmpty() && found.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL)) {
                throw new Unreachable(
                        "there is no kubeconfig, and this is no Pod", new IllegalStateException("no cluster"));
            }
            Config config = new ConfigBuilder(found)
                    .withUserAgent("ballast-cli")
                    .withConnectionTimeout(CONNECT_MILLIS)
                    .withRequestTimeout(ANSWER_MILLIS)
                    .withRequestRetryBackoffLimit(RETRIES)
                    .build();
            return new Connection(
                    new KubernetesClientBuilder().withConfig(config).build());
        } catch (KubernetesClientException e) {
            throw new Unreachable("the kubeconfig cannot be read: " + reason(e), e);
        }
    }

    private static void known(Config config, String context) {
        boolean known =
                config.getContexts().stream().anyMatch(named -> named.getName().equals(context));
        if (!known) {
            throw new Unreachable(
                    "there is no context `%s` in the kubeconfig".formatted(context),
                    new IllegalArgumentException(context));
        }
    }

    /**
     * Reads something.
     *
     * @param namespace of Velero
     * @throws Unreachable when the server does not answer, or refuses
     */
    public <T> T read(String namespace, Function<ClusterReader, T> question) {
        try {
            return question.apply(new ClusterReader(client, namespace));
        } catch (KubernetesClientException e) {
            throw new Unreachable(
                    "the cluster at `%s` cannot be read: %s".formatted(client.getMasterUrl(), reason(e)), e);
        }
    }

    /** The client itself, for who keeps a connection; closed with this. */
    public KubernetesClient client() {
        return client;
    }

    /** What is behind an error, in one line. */
    private static String reason(KubernetesClientException e) {
        Throwable last = e;
        while (last.getCause() != null && !last.getCause().equals(last)) {
            last = last.getCause();
        }
        String message = last.getMessage();
        return message == null
                ? last.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        client.close();
    }
}
