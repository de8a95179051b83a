package dev.ballast.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Folders;
import dev.ballast.e2e.cluster.Helm;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.cluster.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds and policies outlive an upgrade, and the release itself. */
@NeedsCluster(crdsFromGo = true)
class ChartUpgradeTest {
    private static final Path POLICY = Path.of("../examples/cluster/shop.yaml");

    @TempDir
    Path folder;

    @Test
    void kindsAndPoliciesStay(Clusters clusters) throws Exception {
        Helm helm = clusters.helm();
        // Its operator's kinds are in this cluster, so that Helm itself finds them there.
        try (TestCluster cluster = clusters.with("helm-upgrade", clusters.monitoringCrds())) {
            Set<String> others = kinds(cluster);
            helm(helm, cluster, "install", older().toString(), "--set", "metrics.serviceMonitor.enabled=true");
            assertThat(Chart.live(cluster, "servicemonitor", "ballast")
                            .path("kind")
                            .asText())
                    .isEqualTo("ServiceMonitor");
            cluster.kubectl("", "wait", "--for=condition=Established", "--timeout=60s", "crd", "--all")
                    .orThrow("waiting for the kinds");
            Patience.until(
                    "the kind BackupPolicy",
                    Duration.ofMinutes(2),
                    () -> cluster.kubectl("", "get", "backuppolicies", "-n", "velero")
                                    .exit()
                            == 0,
                    () -> cluster.kubectl("", "get", "crd").stdout());
            Set<String> before = kinds(cluster);
            assertThat(before).hasSizeGreaterThan(others.size()).doesNotContain("policytests.ballast.dev");
            cluster.apply(Chart.NAMESPACE, Files.readString(POLICY));
            JsonNode policy = Chart.live(cluster, "backuppolicy", "shop");

            helm(helm, cluster, "upgrade", Chart.FOLDER.toString());

            Set<String> after = new TreeSet<>(before);
            after.add("policytests.ballast.dev");
            assertThat(kinds(cluster)).isEqualTo(after);
            assertThat(Chart.live(cluster, "backuppolicy", "shop")).isEqualTo(policy);
            assertThat(Chart.live(cluster, "deployment", "ballast")
                            .at("/metadata/labels/helm.sh~1chart")
                            .asText())
                    .doesNotEndWith("-0.0.9");

            helm.run(cluster, "uninstall", "ballast", "--namespace", Chart.NAMESPACE)
                    .orThrow("helm uninstall");

            assertThat(kinds(cluster)).isEqualTo(after);
            assertThat(Chart.live(cluster, "backuppolicy", "shop")).isEqualTo(policy);
            assertThat(cluster.kubectl("", "get", "deployment,role,serviceaccount", "-n", "velero", "-o", "name")
                            .stdout())
                    .doesNotContain("ballast");

            helm(helm, cluster, "install", Chart.FOLDER.toString());
            assertThat(Chart.live(cluster, "backuppolicy", "shop")).isEqualTo(policy);
        }
    }

    private static void helm(Helm helm, TestCluster cluster, String verb, String chart, String... options)
            throws Exception {
        var words = new ArrayList<>(List.of(verb, "ballast", chart, "--namespace", "velero"));
        words.addAll(List.of(options));
        helm.run(cluster, words.toArray(String[]::new)).orThrow("helm " + verb);
    }

    /** This chart as if it were of the version before, which had one kind less. */
    private Path older() throws Exception {
        Path copy = folder.resolve("ballast");
        Folders.copy(Chart.FOLDER, copy);
        Path chart = copy.resolve("Chart.yaml");
        Files.writeString(chart, Files.readString(chart).replaceFirst("(?m)^version: .*$", "version: 0.0.9"));
        Files.delete(copy.resolve("files/crds/policytests.yaml"));
        return copy;
    }

    private static Set<String> kinds(TestCluster cluster) throws Exception {
        Set<String> names = new TreeSet<>();
        for (JsonNode definition : cluster.definitions()) {
            names.add(definition.at("/metadata/name").asText());
        }
        return names;
    }
}
