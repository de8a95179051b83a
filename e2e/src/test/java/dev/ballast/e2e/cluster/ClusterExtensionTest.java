package dev.ballast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

/** Tests that need a cluster are skipped with the reason, or fail with it where they are required. */
class ClusterExtensionTest {
    @TempDir
    Path folder;

    @Test
    void skipsWithoutGoAndAssets() {
        ConditionEvaluationResult decided = ClusterExtension.decide(tools(Map.of("PATH", "")), false, false, false);

        assertThat(decided.isDisabled()).isTrue();
        assertThat(decided.getReason()).contains("`go` is not on the path and KUBEBUILDER_ASSETS is not set");
    }

    @Test
    void failsWhereItIsRequired() {
        assertThatThrownBy(() -> ClusterExtension.decide(tools(Map.of("PATH", "")), false, false, true))
                .hasMessage(
                        "BALLAST_REQUIRE_E2E is set, but `go` is not on the path and KUBEBUILDER_ASSETS is not set");
    }

    @Test
    void isContentWithGo() throws IOException {
        program("go");

        assertThat(ClusterExtension.decide(tools(Map.of("PATH", folder.toString())), true, false, true)
                        .isDisabled())
                .isFalse();
    }

    @Test
    void namesWhatArgoCdLacks() throws IOException {
        program("go");
        program("redis-server");

        assertThat(ClusterExtension.decide(tools(Map.of("PATH", folder.toString())), true, true, false)
                        .getReason())
                .contains("Argo CD needs `git`, which is not on the path");
    }

    @Test
    void isContentWithAssetsUnlessCrdsAreNeeded() throws IOException {
        program("kube-apiserver");
        program("etcd");
        program("kubectl");
        Tools tools = tools(Map.of("KUBEBUILDER_ASSETS", folder.toString()));

        assertThat(ClusterExtension.decide(tools, false, false, false).isDisabled())
                .isFalse();
        assertThat(ClusterExtension.decide(tools, true, false, false).getReason())
                .contains("CRDs and Velero come from Go modules and `go` is not on the path");
    }

    @Test
    void namesWhatAssetsLack() throws IOException {
        program("kube-apiserver");
        program("kubectl");

        assertThat(ClusterExtension.decide(tools(Map.of("KUBEBUILDER_ASSETS", folder.toString())), false, false, false)
                        .getReason())
                .contains("KUBEBUILDER_ASSETS names a folder without an executable `etcd`");
    }

    private void program(String name) throws IOException {
        assertThat(Files.createFile(folder.resolve(name)).toFile().setExecutable(true))
                .isTrue();
    }

    private Tools tools(Map<String, String> environment) {
        return new Tools(environment, new ToolCache(folder.resolve("cache")), Path.of("tools"));
    }
}
