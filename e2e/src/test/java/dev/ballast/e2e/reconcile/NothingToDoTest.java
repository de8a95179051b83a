package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.proxy.Proxy;
import dev.ballast.reconcile.ReconcilerProcess;
import java.time.Duration;
import java.util.List;
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
            // Statuses of stores and environments come after those of policies.
            for (String other : List.of("backupstores/primary", "environments/prod")) {
                String[] words = other.split("/", 2);
                workspace.await(
                        words[0] + ".ballast.dev",
                        words[1],
                        it -> !it.path("status").isEmpty());
            }
            Workspace.awaitQuiet(firstProxy);
            first.close();

            Proxy proxy = workspace.proxy();
            ReconcilerProcess second = workspace.reconcile(proxy);
            Patience.until("everything was read", Duration.ofMinutes(2), second::isReady, proxy.exchanges()::toString);
            Workspace.awaitQuiet(proxy);
            workspace
                    .kubectl("", "annotate", "backuppolicy", "bookstore", "touched=1")
                    .orThrow("annotating");
            Workspace.awaitQuiet(proxy);
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
