package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.proxy.Exchange;
import dev.ballast.e2e.proxy.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that says no, or hangs up, is asked again until all is well. */
@NeedsCluster(crdsFromGo = true)
class FaultsTest {
    private static final String SCHEDULES = "schedules.velero.io";

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 500})
    void writesThatAreRefusedForAWhileAreMadeInTheEnd(int status, Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "refused-with-" + status)) {
            Proxy proxy = workspace.proxy();
            proxy.answer(request -> request.isWrite() && request.isAbout("schedules"), status, 3);
            proxy.answer(request -> request.isWrite() && request.isAbout("backuppolicies"), status, 2);
            workspace.reconcile(proxy);
            workspace.applyFile("bookstore.yaml");

            workspace.awaitCondition("bookstore", "Ready", "True");
            JsonNode policy = workspace.awaitCondition("bookstore", "Reconciling", "False");

            assertThat(workspace.names(SCHEDULES)).hasSize(3);
            assertThat(policy.at("/status/observedGeneration").asLong()).isEqualTo(1);
            assertThat(proxy.exchanges())
                    .filteredOn(it -> it.by() == Exchange.By.PROXY)
                    .hasSize(5);
        }
    }

    @Test
    void aServerThatKeepsRefusingIsToldInTheStatus(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "refused-for-long")) {
            Proxy proxy = workspace.proxy();
            proxy.answer(request -> request.isWrite() && request.isAbout("schedules"), 409, 4);
            workspace.reconcile(proxy);
            workspace.applyFile("bookstore.yaml");

            JsonNode failed = workspace.awaitReason("bookstore", "Ready", "ApplyFailed");
            assertThat(Workspace.condition(failed, "Ready").path("message").asText())
                    .isEqualTo("the API server says 409: the proxy says Conflict");
            assertThat(Workspace.condition(failed, "Reconciling").path("status").asText())
                    .isEqualTo("True");
            assertThat(Workspace.condition(failed, "Stalled").path("status").asText())
                    .isEqualTo("False");

            workspace.awaitCondition("bookstore", "Ready", "True");
        }
    }

    @Test
    void brokenWatchesAreMadeAnewAndNothingIsMissed(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "broken-watches")) {
            Proxy proxy = workspace.proxy();
            workspace.reconcile(proxy);
            workspace.applyFile("bookstore.yaml");
            workspace.awaitCondition("bookstore", "Ready", "True");

            proxy.drop();
            workspace.patch(SCHEDULES, "bookstore-daily", "{\"spec\":{\"template\":{\"ttl\":\"24h0m0s\"}}}");
            awaitTtl(workspace, "168h0m0s");

            proxy.cut();
            workspace.kubectl("", "delete", SCHEDULES, "bookstore-weekly").orThrow("deleting");
            workspace.patch("backuppolicy", "bookstore", "{\"spec\":{\"keep\":{\"daily\":8}}}");
            Thread.sleep(1000);
            proxy.mend();
            awaitTtl(workspace, "192h0m0s");
            workspace.await(SCHEDULES, "bookstore-weekly", it -> !it.isMissingNode());
            workspace.await(
                    "backuppolicy",
                    "bookstore",
                    it -> it.at("/status/observedGeneration").asLong() == 2
                            && Workspace.condition(it, "Ready")
                                    .path("status")
                                    .asText()
                                    .equals("True"));
        }
    }

    private static void awaitTtl(Workspace workspace, String ttl) throws Exception {
        workspace.await(
                SCHEDULES,
                "bookstore-daily",
                it -> it.at("/spec/template/ttl").asText().equals(ttl));
    }
}
