package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.e2e.cluster.BallastProgram;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.reconcile.ReconcilerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code ballast drift} and {@code ballast diff} say of a real API server, run as programs. */
@NeedsCluster(crdsFromGo = true)
class DeskTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatSomebodyChangedIsSeenWithTheirName(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "what-somebody-changed-is-seen")) {
            ReconcilerProcess reconciler = workspace.reconcile();
            workspace.applyFile("bookstore.yaml");
            workspace.awaitCondition("bookstore", "Ready", "True");
            workspace.await("backupstoragelocations.velero.io", "primary", object -> !object.isMissingNode());
            workspace.await("volumesnapshotlocations.velero.io", "primary", object -> !object.isMissingNode());
            reconciler.close();

            Finished asApplied = ballast(workspace, "drift", "-n", workspace.namespace());
            assertThat(asApplied.exit())
                    .as(asApplied.stdout() + asApplied.stderr())
                    .isZero();

            patch(
                    workspace,
                    "bookstore-daily",
                    "{\"spec\": {\"template\": {\"ttl\": \"24h\", \"excludedResources\": [\"secrets\"]}}}");
            patch(workspace, "bookstore-weekly", "{\"spec\": {\"paused\": true}}");
            workspace
                    .kubectl("", "delete", "schedules.velero.io", "bookstore-monthly")
                    .orThrow("deleting");

            Finished drift = ballast(workspace, "drift", "-n", workspace.namespace(), "-o", "json");
            assertThat(drift.exit()).as(drift.stderr()).isEqualTo(1);
            var told = new ArrayList<String>();
            for (JsonNode found : JSON.readTree(drift.stdout()).at("/policies/0/manifests")) {
                told.add("%s %s %s %s"
                        .formatted(
                                found.path("kind").asText(),
                                found.path("object").asText().replaceFirst("\\S+/", ""),
                                found.at("/fields/0/path").asText(),
                                found.at("/by/manager").asText()));
            }
            assertThat(told)
                    .containsExactly(
                            "changed Schedule bookstore-daily /spec/template/ttl kubectl-patch",
                            "extra Schedule bookstore-daily /spec/template/excludedResources kubectl-patch",
                            "missing Schedule bookstore-monthly  ",
                            "paused Schedule bookstore-weekly /spec/paused kubectl-patch");
        }
    }

    private static void patch(Workspace workspace, String schedule, String merge)
            throws IOException, InterruptedException {
        workspace
                .kubectl("", "patch", "schedules.velero.io", schedule, "--type", "merge", "-p", merge)
                .orThrow("patching");
    }

    /** Runs the command line of this build. */
    private static Finished ballast(Workspace workspace, String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(
                List.of("--kubeconfig", workspace.cluster().kubeconfig().toString()));
        all.addAll(0, List.of(words));
        return BallastProgram.run(all);
    }
}
