package dev.ballast.e2e.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A running kube-controller-manager with two of its controllers: the one that deletes objects whose owners have gone, and the one that
 * empties namespaces that are being deleted.
 */
public record ControllerManager(Daemon daemon) implements Closeable {
    static ControllerManager start(Path programs, Path folder, TestCluster cluster)
            throws IOException, InterruptedException {
        Path log = folder.resolve("kube-controller-manager.log");
        List<String> words = List.of(
                programs.resolve("kube-controller-manager").toString(),
                "--kubeconfig=" + cluster.kubeconfig(),
                "--controllers=garbage-collector-controller,namespace-controller",
                "--leader-elect=false",
                "--secure-port=0");
        Daemon daemon = Daemon.start(folder, log, words);
        try {
            daemon.await(() -> works(log));
            return new ControllerManager(daemon);
        } catch (IOException | RuntimeException | InterruptedException e) {
            daemon.close();
            throw e;
        }
    }

    // It answers no requests without a port, but writes this once it has seen every kind of object.
    private static boolean works(Path log) {
        try {
            return Files.readString(log).contains("Proceeding to collect garbage");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        daemon.close();
    }
}
