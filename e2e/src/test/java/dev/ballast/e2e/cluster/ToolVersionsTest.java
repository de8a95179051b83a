package dev.ballast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Programs of one release come from several folders, and are raised together. */
class ToolVersionsTest {
    private static final Tools TOOLS = Tools.here();

    @Test
    void theControllerManagerIsOfTheApiServersRelease() throws Exception {
        assertThat(version("kube-controller-manager", "k8s.io/kubernetes"))
                .isEqualTo(version("kubernetes", "k8s.io/kubernetes"));
    }

    @Test
    void theVeleroThatRunsIsOfTheReleaseOfItsCrds() throws Exception {
        assertThat(version("velero-server", "github.com/vmware-tanzu/velero"))
                .isEqualTo(version("velero-1.18", "github.com/vmware-tanzu/velero"));
    }

    private static String version(String folder, String module) throws Exception {
        return TOOLS.folder(folder).version(module);
    }
}
