package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.proxy.Proxy;
import dev.ballast.reconcile.ReconcilerProcess;
import org.junit.jupiter.api.Test;

/** Where everything is as it should be, nothing is written, and nothing asked on trial. */
@NeedsCluster(crdsFromGo = true)
class NothingToDoTest {
    private static final String SCHEDULES = "schedules.velero.io";

    /**
     * A label would not do, since labels of a policy go into its backups. That it did look is shown by what it does next: looks at one policy come one after the other, and the last finds a Schedule gone.
     */
    @Test
    void looksAgainAfterARestartAndAfterANoteOnThePolicyWithoutAnyWrite(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "nothing-to-do")) {
            workspace.applyFile("bookstore.yaml");
            Proxy firstProxy = workspace.proxy();
            ReconcilerProcess first = workspace.reconcile(firstProxy);
            workspace.awaitCondition("bookstore", "Ready", "True");
            workspace.await(
                    "backupstore", "primary", store -> !store.path("status").isEmpty());
            // Statuses of stores and environments come after those of policies.
            Workspace.awaitQuiet(firstProxy);
            first.close();

            Proxy proxy = workspace.proxy();
            workspace.reconcile(proxy);
            Thread.sleep(2000);
            workspace
                    .kubectl("", "annotate", "backuppolicy", "bookstore", "touched=1")
                    .orThrow("annotating");
            Thread.sleep(1000);
            String before = workspace
                    .get(SCHEDULES, "bookstore-weekly")
                    .at("/metadata/uid")
                    .asText();
            workspace.kubectl("", "delete", SCHEDULES, "bookstore-weekly").orThrow("deleting");
            workspace.await(
                    SCHEDULES,
                    "bookstore-weekly",
                    it -> !it.isMissingNode()
                            && !it.at("/metadata/uid").asText().equals(before));
            Workspace.awaitQuiet(proxy);

            assertThat(proxy.writes())
                    .filteredOn(write -> !write.contains("backuppolicies") && !write.contains("events"))
                    .containsExactly("PATCH schedules/bookstore-weekly");
            assertThat(proxy.writes())
                    .filteredOn(write -> write.contains("backuppolicies"))
                    .containsOnly("PATCH backuppolicies/bookstore/status")
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    @Test
    void aPolicyThatIsNewCostsOneWriteAnObjectAndItsStatus(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "what-a-policy-costs")) {
            Proxy proxy = workspace.proxy();
            workspace.reconcile(proxy);
            workspace.applyFile("bookstore.yaml");
            workspace.awaitCondition("bookstore", "Ready", "True");
            Workspace.awaitQuiet(proxy);

            assertThat(proxy.writes())
                    .filteredOn(write -> write.contains("schedules"))
                    .containsExactly(
                            "PATCH schedules/bookstore-daily",
                            "PATCH schedules/bookstore-monthly",
                            "PATCH schedules/bookstore-weekly");
            assertThat(proxy.writes())
                    .filteredOn(write -> write.contains("backuppolicies"))
                    .hasSizeLessThanOrEqualTo(2);
        }
    }
}
