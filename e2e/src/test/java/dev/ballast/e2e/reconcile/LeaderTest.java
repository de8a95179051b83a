package dev.ballast.e2e.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Daemon;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.e2e.proxy.Exchange;
import dev.ballast.e2e.proxy.Proxy;
import dev.ballast.reconcile.ReconcilerProcess;
import dev.ballast.reconcile.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of several replicas one writes; when it goes another does. */
@NeedsCluster(crdsFromGo = true)
class LeaderTest {
    private static final String SCHEDULES = "schedules.velero.io";
    /** Not shorter: a leader on a busy machine that is late ends itself, and this process with it. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void aLeaderThatIsClosedHandsOverAtOnce(Clusters clusters) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "a-leader-is-closed")) {
            Settings settings = Settings.of(workspace.namespace());
            Proxy one = workspace.proxy();
            Proxy two = workspace.proxy();
            ReconcilerProcess first = workspace.reconcile(workspace.client(one), settings.electedAs("one", LEASE));
            awaitLeader(workspace, "one");
            workspace.reconcile(workspace.client(two), settings.electedAs("two", LEASE));
            workspace.applyFile("bookstore.yaml");
            workspace.awaitCondition("bookstore", "Ready", "True");
            assertThat(writes(two)).isEmpty();

            first.close();
            awaitLeader(workspace, "two");
            workspace.kubectl("", "delete", SCHEDULES, "bookstore-daily").orThrow("deleting");
            workspace.await(SCHEDULES, "bookstore-daily", it -> !it.isMissingNode());

            assertThat(last(writes(one))).isLessThan(lead(two));
            assertThat(writes(two)).isNotEmpty();
        }
    }

    @Test
    void aLeaderThatIsCutOffEndsItselfBeforeAnotherWrites(Clusters clusters, @TempDir Path folder) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "a-leader-is-cut-off")) {
            Proxy one = workspace.proxy();
            Proxy two = workspace.proxy();
            Daemon first = replica(workspace, one, "one", folder);
            awaitLeader(workspace, "one");
            workspace.reconcile(
                    workspace.client(two), Settings.of(workspace.namespace()).electedAs("two", LEASE));
            workspace.applyFile("bookstore.yaml");
            workspace.awaitCondition("bookstore", "Ready", "True");
            assertThat(writes(two)).isEmpty();

            one.cut();
            awaitLeader(workspace, "two");
            one.mend();
            Patience.until("the first has ended", PATIENCE, () -> !first.isAlive(), first::lastWords);
            workspace.kubectl("", "delete", SCHEDULES, "bookstore-daily").orThrow("deleting");
            workspace.await(SCHEDULES, "bookstore-daily", it -> !it.isMissingNode());

            assertThat(last(writes(one))).isLessThan(lead(two));
            assertThat(writes(two)).isNotEmpty();
        }
    }

    @Test
    void aLeaderThatHearsNothingEndsItselfBeforeAnotherWritesAndComesBack(Clusters clusters, @TempDir Path folder)
            throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "a-leader-hears-nothing")) {
            Proxy one = workspace.proxy();
            Proxy two = workspace.proxy();
            Daemon first = replica(workspace, one, "one", folder);
            awaitLeader(workspace, "one");
            ReconcilerProcess second = workspace.reconcile(
                    workspace.client(two), Settings.of(workspace.namespace()).electedAs("two", LEASE));
            workspace.applyFile("bookstore.yaml");
            workspace.awaitCondition("bookstore", "Ready", "True");

            // A write is under way, and will be tried again for minutes, when everything falls silent.
            one.hold(request -> request.isWrite() && request.isAbout("schedules"));
            workspace.kubectl("", "delete", SCHEDULES, "bookstore-daily").orThrow("deleting");
            Patience.until("a write is held", PATIENCE, () -> one.holding() > 0, first::lastWords);
            one.silence();
            awaitLeader(workspace, "two");
            workspace.await(SCHEDULES, "bookstore-daily", it -> !it.isMissingNode());
            one.mend();
            Patience.until("the first has ended", PATIENCE, () -> !first.isAlive(), first::lastWords);
            assertThat(last(writes(one))).isLessThan(lead(two));

            one.forget();
            replica(workspace, one, "one", Files.createDirectory(folder.resolve("again")));
            Patience.until("the first stands again", PATIENCE, () -> stands(one), one.exchanges()::toString);
            assertThat(writes(one)).isEmpty();
            second.close();
            awaitLeader(workspace, "one");
            workspace.kubectl("", "delete", SCHEDULES, "bookstore-daily").orThrow("deleting");
            workspace.await(SCHEDULES, "bookstore-daily", it -> !it.isMissingNode());
            assertThat(last(writes(two))).isLessThan(lead(one));
        }
    }

    @Test
    void aLeaderThatIsKilledIsFollowedByAnother(Clusters clusters, @TempDir Path folder) throws Exception {
        try (Workspace workspace = Workspace.in(clusters, "a-leader-is-killed")) {
            Proxy one = workspace.proxy();
            Proxy two = workspace.proxy();
            Daemon first = replica(workspace, one, "one", folder);
            awaitLeader(workspace, "one");
            workspace.reconcile(
                    workspace.client(two), Settings.of(workspace.namespace()).electedAs("two", LEASE));

            first.close();
            workspace.applyFile("bookstore.yaml");
            workspace.awaitCondition("bookstore", "Ready", "True");

            // It may have had the time to see to what was there before the policy.
            assertThat(writes(one)).noneMatch(it -> it.request().isAbout("backuppolicies"));
            assertThat(holder(workspace)).isEqualTo("two");
        }
    }

    private static Daemon replica(Workspace workspace, Proxy proxy, String identity, Path folder) throws Exception {
        Daemon started =
                Replica.start(folder, workspace.cluster().kubeconfig(), proxy.url(), workspace.namespace(), identity);
        workspace.atTheEnd(started);
        return started;
    }

    private static void awaitLeader(Workspace workspace, String identity) throws Exception {
        Patience.until(
                identity + " leads",
                PATIENCE,
                () -> holder(workspace).equals(identity),
                () -> workspace
                        .get("leases.coordination.k8s.io", Settings.LEASE)
                        .toString());
    }

    private static String holder(Workspace workspace) throws IOException, InterruptedException {
        return workspace
                .get("leases.coordination.k8s.io", Settings.LEASE)
                .at("/spec/holderIdentity")
                .asText();
    }

    /** What was written besides the lease itself. */
    private static List<Exchange> writes(Proxy proxy) {
        return proxy.exchanges().stream()
                .filter(it -> it.request().isWrite() && !it.request().isAbout("leases"))
                .toList();
    }

    /** Whether it has looked who leads. */
    private static boolean stands(Proxy proxy) {
        return proxy.exchanges().stream().anyMatch(it -> it.request().isAbout("leases"));
    }

    private static long last(List<Exchange> exchanges) {
        return exchanges.stream().mapToLong(Exchange::answered).max().orElseThrow();
    }

    /** When it took the lead: the first write to the lease. */
    private static long lead(Proxy proxy) {
        return proxy.exchanges().stream()
                .filter(it -> it.request().isWrite() && it.request().isAbout("leases"))
                .mapToLong(Exchange::begun)
                .min()
                .orElseThrow();
    }
}
