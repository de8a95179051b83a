package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Managers;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.proxy.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody else does to an object of ours is told with the name of who did it, and undone where it is ours to say. */
@NeedsCluster(crdsFromGo = true)
class CorrectionTest {
    private static final String SCHEDULES = "schedules.velero.io";
    private static final String DAILY = "bookstore-daily";

    @Test
    void anEditIsUndoneAndToldWithItsAuthor(Clusters clusters) throws Exception {
        try (Workspace workspace = ready(clusters, "an-edit-is-undone")) {
            workspace.patch(SCHEDULES, DAILY, "{\"spec\":{\"template\":{\"ttl\":\"24h0m0s\"}}}");

            JsonNode correction = correction(workspace, "changed");
            assertThat(correction.path("manager").asText()).isEqualTo("kubectl-patch");
            assertThat(correction.path("operation").asText()).isEqualTo("Update");
            assertThat(correction.path("object").asText()).isEqualTo("Schedule an-edit-is-undone/bookstore-daily");
            assertThat(correction.path("fields")).hasToString("[\"/spec/template/ttl\"]");
            assertThat(ttl(workspace)).isEqualTo("168h0m0s");
            assertThat(managersOfSpec(workspace)).containsExactly("ballast-reconciler Apply");
        }
    }

    @Test
    void aDeletedScheduleComesBack(Clusters clusters) throws Exception {
        try (Workspace workspace = ready(clusters, "a-deleted-schedule-comes-back")) {
            workspace.kubectl("", "delete", SCHEDULES, DAILY).orThrow("deleting");

            correction(workspace, "missing");
            assertThat(ttl(workspace)).isEqualTo("168h0m0s");
        }
    }

    @Test
    void aFieldThatNobodyAskedForIsTakenAway(Clusters clusters) throws Exception {
        try (Workspace workspace = ready(clusters, "an-extra-field-is-taken-away")) {
            workspace.patch(SCHEDULES, DAILY, "{\"spec\":{\"template\":{\"excludedResources\":[\"secrets\"]}}}");

            JsonNode correction = correction(workspace, "extra");
            assertThat(correction.path("manager").asText()).isEqualTo("kubectl-patch");
            assertThat(correction.path("fields")).hasToString("[\"/spec/template/excludedResources\"]");
            assertThat(workspace
                            .get(SCHEDULES, DAILY)
                            .at("/spec/template/excludedResources")
                            .isMissingNode())
                    .isTrue();
        }
    }

    @Test
    void aScheduleThatIsAppliedByAnotherIsTakenBack(Clusters clusters) throws Exception {
        try (Workspace workspace = ready(clusters, "taken-back-from-another")) {
            String theirs = """
                    apiVersion: velero.io/v1
                    kind: Schedule
                    metadata: {name: bookstore-daily, labels: {app.kubernetes.io/instance: shop}}
                    spec: {schedule: "0 5 * * *", template: {ttl: 1h0m0s, excludedResources: [secrets]}}
                    """;
            workspace
                    .kubectl(
                            theirs,
                            "apply",
                            "--server-side",
                            "--field-manager=argocd-controller",
                            "--force-conflicts",
                            "-f",
                            "-")
                    .orThrow("applying");

            JsonNode schedule = workspace.await(
                    SCHEDULES,
                    DAILY,
                    it -> it.at("/spec/template/ttl").asText().equals("168h0m0s")
                            && it.at("/spec/template/excludedResources").isMissingNode());
            assertThat(schedule.at("/spec/schedule").asText()).isNotEqualTo("0 5 * * *");
            workspace.await(
                    "backuppolicy",
                    "bookstore",
                    it -> it.at("/status/lastCorrection/manager").asText().equals("argocd-controller"));
            workspace.awaitReason("bookstore", "InSync", "AsWanted");
        }
    }

    @Test
    void whatVeleroWritesIsNoDrift(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "what-velero-writes")) {
            Proxy proxy = workspace.proxy();
            workspace.reconcile(proxy);
            workspace.applyFile("bookstore.yaml");
            workspace.awaitCondition("bookstore", "Ready", "True");
            Workspace.awaitQuiet(proxy);
            proxy.forget();

            workspace.patchAs("velero-server", SCHEDULES, DAILY, "{\"spec\":{\"skipImmediately\":false}}");
            workspace.patchAs("velero-server", SCHEDULES, DAILY, "{\"status\":{\"phase\":\"Enabled\"}}");
            workspace.kubectl("", "delete", SCHEDULES, "bookstore-weekly").orThrow("deleting");
            correction(workspace, "missing");
            Workspace.awaitQuiet(proxy);

            assertThat(proxy.writes())
                    .filteredOn(write -> write.contains("schedules"))
                    .containsExactly("PATCH schedules/bookstore-weekly");
            JsonNode schedule = workspace.get(SCHEDULES, DAILY);
            assertThat(schedule.at("/status/phase").asText()).isEqualTo("Enabled");
            assertThat(schedule.at("/spec/skipImmediately")).hasToString("false");
            assertThat(workspace
                            .get("backuppolicy", "bookstore")
                            .at("/status/drift")
                            .asText())
                    .isEqualTo("none");
        }
    }

    @Test
    void whatIsOnlyToBeReportedIsLeftUntilThatIsTakenBack(Clusters clusters) throws Exception {
        try (Workspace workspace = ready(clusters, "report-only")) {
            // With a change of the spec, since the status says when that was seen, and an annotation alone shows
            // nowhere.
            workspace.patch(
                    "backuppolicy",
                    "bookstore",
                    "{\"metadata\":{\"annotations\":{\"ballast.dev/drift\":\"report-only\"}},\"spec\":{\"keep\":{\"monthly\":11}}}");
            workspace.await(
                    "backuppolicy",
                    "bookstore",
                    it -> it.at("/status/observedGeneration").asLong() == 2);
            workspace.patch(SCHEDULES, DAILY, "{\"spec\":{\"template\":{\"ttl\":\"24h0m0s\"}}}");

            JsonNode policy = workspace.awaitCondition("bookstore", "InSync", "False");
            assertThat(Workspace.condition(policy, "InSync").path("reason").asText())
                    .isEqualTo("Changed");
            assertThat(Workspace.condition(policy, "InSync").path("message").asText())
                    .contains("/spec/template/ttl", "kubectl-patch");
            assertThat(policy.at("/status/drift").asText()).isEqualTo("1 manifest");
            assertThat(ttl(workspace)).isEqualTo("24h0m0s");

            workspace
                    .kubectl("", "annotate", "backuppolicy", "bookstore", "ballast.dev/drift-")
                    .orThrow("annotating");
            workspace.awaitCondition("bookstore", "InSync", "True");
            assertThat(ttl(workspace)).isEqualTo("168h0m0s");
        }
    }

    @Test
    void whoPausesByHandIsRespectedUnlessThePolicySaysThatItRuns(Clusters clusters) throws Exception {
        try (Workspace workspace = ready(clusters, "paused-by-hand")) {
            workspace.patch(SCHEDULES, DAILY, "{\"spec\":{\"paused\":true}}");

            JsonNode policy = workspace.awaitReason("bookstore", "InSync", "Paused");
            assertThat(Workspace.condition(policy, "InSync").path("message").asText())
                    .contains("is paused, by `kubectl-patch`");
            assertThat(Workspace.condition(policy, "Ready").path("status").asText())
                    .isEqualTo("True");
            assertThat(workspace.get(SCHEDULES, DAILY).at("/spec/paused")).hasToString("true");

            workspace.patch("backuppolicy", "bookstore", "{\"spec\":{\"suspend\":false}}");
            workspace.awaitReason("bookstore", "InSync", "AsWanted");
            assertThat(workspace.get(SCHEDULES, DAILY).at("/spec/paused")).hasToString("false");
        }
    }

    private static Workspace ready(Clusters clusters, String namespace) throws Exception {
        Workspace workspace = Workspace.in(clusters, namespace);
        workspace.reconcile();
        workspace.applyFile("bookstore.yaml");
        workspace.awaitCondition("bookstore", "Ready", "True");
        return workspace;
    }

    private static JsonNode correction(Workspace workspace, String kind) throws Exception {
        return workspace
                .await(
                        "backuppolicy",
                        "bookstore",
                        it -> it.at("/status/lastCorrection/kind").asText().equals(kind))
                .at("/status/lastCorrection");
    }

    private static String ttl(Workspace workspace) throws Exception {
        return workspace.get(SCHEDULES, DAILY).at("/spec/template/ttl").asText();
    }

    private static List<String> managersOfSpec(Workspace workspace) throws Exception {
        return Managers.of(workspace.get(SCHEDULES, DAILY), "f:spec");
    }
}
