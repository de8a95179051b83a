package dev.ballast.e2e.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.schema.Kind;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many policies and their Backups. What must hold for any number is asserted; what it takes is written to {@code target/scale.md}, with
 * thousands where {@code benchmarks/reconcile} asks for that.
 */
@NeedsCluster(crdsFromGo = true)
class ScaleTest {
    private static final String NAMESPACE = "scale";
    private static final int POLICIES = Integer.getInteger("scale.policies", 10);
    private static final int REPEATS = Integer.getInteger("scale.repeats", 1);
    private static final Duration REST = Duration.ofSeconds(Integer.getInteger("scale.rest", 5));

    /** Longer than the pause before costs are counted again. */
    private static final Duration QUIET = Duration.ofSeconds(Math.max(2, POLICIES / 100));

    private final Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Company company = new Company(NAMESPACE, POLICIES, at);
    private final Results results = new Results();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRestartWritesNothingAndEveryChangeIsSeenTo(Clusters clusters) throws Exception {
        TestCluster cluster = clusters.withVeleroAndBallast();
        cluster.namespace(NAMESPACE);
        EnvironmentPlan environment = company.plan();
        var past = new Past(environment, at);
        Config config = Config.fromKubeconfig(cluster.kubeconfig().toFile());
        // With thousands of policies nobody is judged by how long the server makes this one wait.
        config.setRequestTimeout((int) Duration.ofMinutes(5).toMillis());
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            // Thousands of looks would take the time from those that are looked at.
            var place = new Place(client, NAMESPACE, Duration.ofMillis(250));
            loadPolicies(new Loader(client, NAMESPACE));
            rollOut(cluster, place);
            loadBackups(new Loader(client, NAMESPACE), past, environment);
            catchUp(cluster, place);
            Requests before = Requests.of(client);
            try (ReconcilerProgram program = start(cluster)) {
                restarted(program, client, before);
                rest(program, client);
                change(new Changes(new Place(client, NAMESPACE, Duration.ofMillis(10)), past), environment);
                sizes(program, "in the end");
            }
        } finally {
            Files.writeString(Path.of("target", "scale.md"), results.markdown());
        }
    }

    private void loadPolicies(Loader loader) throws Exception {
        loader.createNamespaces(company.names());
        for (JsonNode object : company.platform()) {
            Kind kind = Kind.of(object.path("kind").asText()).orElseThrow();
            loader.createOurs(kind.plural(), List.of(object));
        }
        loader.createOurs(Kind.BACKUP_POLICY.plural(), company.policies());
        results.add("policies", "", Integer.toString(POLICIES));
    }

    /** From nothing to every Schedule. */
    private void rollOut(TestCluster cluster, Place place) throws Exception {
        Requests before = Requests.of(place.client());
        try (ReconcilerProgram program = start(cluster)) {
            for (String name : company.names()) {
                place.awaitPolicy(name, ScaleTest::isReady);
            }
            results.add("first roll-out: every Schedule is there, every policy `Ready`", "", program.running());
            Requests requests = Requests.of(place.client()).since(before);
            results.add("writes of the first roll-out", "", Long.toString(requests.writes()));
            sizes(program, "after the first roll-out");
        }
    }

    private void loadBackups(Loader loader, Past past, EnvironmentPlan environment) throws Exception {
        var ages = new TreeMap<String, JsonNode>();
        environment.policies().forEach(plan -> ages.put(plan.name(), past.aged(plan)));
        loader.editStatuses(ages);
        List<JsonNode> backups = past.backups();
        loader.createBackups(backups);
        results.add("Backups", "", Integer.toString(backups.size()));
    }

    /** All Backups are new to it. */
    private void catchUp(TestCluster cluster, Place place) throws Exception {
        try (ReconcilerProgram program = start(cluster)) {
            for (String name : company.names()) {
                place.awaitPolicy(name, policy -> isFull(policy) && isCounted(policy));
            }
            results.add("start with Backups that are new to it: every status says so", "", program.running());
            awaitQuiet(place.client());
        }
    }

    /** Waits until it has nothing left to write: what it is stopped in the middle of, the next one does. */
    private static void awaitQuiet(KubernetesClient client) throws InterruptedException {
        Requests before;
        Requests now = Requests.of(client);
        do {
            before = now;
            Thread.sleep(QUIET.toMillis());
            now = Requests.of(client);
        } while (now.since(before).writes() > 0);
    }

    private void restarted(ReconcilerProgram program, KubernetesClient client, Requests before) throws Exception {
        results.add("restart: everything was read", "", program.ready());
        results.add("restart: every policy was looked at", "", program.looked(POLICIES));
        results.add("processor time of the restart", "", program.processor());
        sizes(program, "after the restart");
        Requests requests = Requests.of(client).since(before);
        results.add("writes of the restart", "0", Long.toString(requests.writes()));
        assertThat(requests.writes()).isZero();
    }

    private void rest(ReconcilerProgram program, KubernetesClient client) throws Exception {
        Requests before = Requests.of(client);
        Duration processor = program.processor();
        Thread.sleep(REST.toMillis());
        Requests requests = Requests.of(client).since(before);
        results.add("requests in %d s at rest".formatted(REST.toSeconds()), "0", requests.text());
        results.add(
                "processor time in these %d s".formatted(REST.toSeconds()),
                "",
                program.processor().minus(processor));
        assertThat(requests.writes() + requests.reads()).isZero();
        long begun = System.nanoTime();
        int size = program.metrics().length();
        results.add(
                "one scrape of its metrics, %d KiB".formatted(size / 1024),
                "",
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private void change(Changes changes, EnvironmentPlan environment) throws Exception {
        var undone = new ArrayList<Duration>();
        var followed = new ArrayList<Duration>();
        var told = new ArrayList<Duration>();
        for (int i = 0; i < REPEATS; i++) {
            BackupPlan plan = environment.policies().get((i * 31 + 3) % POLICIES);
            undone.add(changes.undone(plan));
            followed.add(changes.followed(plan));
            told.add(changes.told(plan));
        }
        results.add("a Schedule that is edited by hand is as before", "1 s", undone);
        results.add("the Schedule of a policy that is edited follows", "", followed);
        results.add("a Backup that fails stands in the status of its policy", "", told);
    }

    private ReconcilerProgram start(TestCluster cluster) throws IOException {
        return ReconcilerProgram.start(folder, cluster.kubeconfig(), NAMESPACE);
    }

    private void sizes(ReconcilerProgram program, String when) throws Exception {
        long most = program.memory("VmHWM");
        results.add("heap in use %s, after a collection".formatted(when), "512 MiB", program.heap() + " MiB");
        results.add("most resident memory until then", "", most + " MiB");
    }

    private static boolean isReady(JsonNode policy) {
        for (JsonNode condition : policy.at("/status/conditions")) {
            if (condition.path("type").asText().equals("Ready")) {
                return condition.path("status").asText().equals("True");
            }
        }
        return false;
    }

    /** Whether every restore point that is promised is there, and any is. */
    private static boolean isFull(JsonNode policy) {
        String[] points = policy.at("/status/points").asText("0/1").split("/", -1);
        return points[0].equals(points[1]) && !points[0].equals("0");
    }

    /** Whether it is known what is stored. */
    private static boolean isCounted(JsonNode policy) {
        return policy.at("/status/storage/actualBytes").asLong() > 0;
    }
}
