package dev.ballast.e2e.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real Helm that keeps nothing outside a folder of its own.
 *
 * @param program the executable
 * @param home its folder
 */
public record Helm(Path program, Path home) {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /** Runs {@code helm ARGUMENTS} here, without any cluster. */
    public Finished run(String... arguments) throws IOException, InterruptedException {
        return run(home.resolve("no-kubeconfig"), arguments);
    }

    /** Runs {@code helm ARGUMENTS} here, against a cluster. */
    public Finished run(TestCluster cluster, String... arguments) throws IOException, InterruptedException {
        return run(cluster.kubeconfig(), arguments);
    }

    private Finished run(Path kubeconfig, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of(arguments));
        Map<String, String> environment = Map.of(
                "HOME", home.toString(),
                "KUBECONFIG", kubeconfig.toString(),
                "HELM_CACHE_HOME", home.resolve("cache").toString(),
                "HELM_CONFIG_HOME", home.resolve("config").toString(),
                "HELM_DATA_HOME", home.resolve("data").toString());
        return new Command(words, Path.of("").toAbsolutePath(), environment, LIMIT).run("");
    }
}
