package dev.ballast.e2e.reconcile;

import dev.ballast.e2e.cluster.Daemon;
import dev.ballast.reconcile.ReconcilerProcess;
import dev.ballast.reconcile.Settings;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A reconciler in a process of its own, which can be lost as a whole. */
final class Replica {
    private Replica() {}

    /** Starts one of several in a folder. */
    static Daemon start(Path folder, Path kubeconfig, String url, String namespace, String identity)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> words = List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                Replica.class.getName(),
                kubeconfig.toString(),
                url,
                namespace,
                identity);
        return Daemon.start(folder, folder.resolve(identity + ".log"), words);
    }

    // Surefire starts this process with a jar that only names the class path.
    private static String classPath() {
        return Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElseGet(() -> System.getProperty("java.class.path"));
    }

    /** Runs until it is killed, or another leads. */
    public static void main(String[] arguments) throws InterruptedException {
        Config config = Config.fromKubeconfig(new File(arguments[0]));
        config.setMasterUrl(arguments[1]);
        var client = new KubernetesClientBuilder().withConfig(config).build();
        var settings = Settings.of(arguments[2]).electedAs(arguments[3], Duration.ofSeconds(15));
        ReconcilerProcess.start(client, settings, Clock.systemUTC());
        Thread.currentThread().join();
    }
}
