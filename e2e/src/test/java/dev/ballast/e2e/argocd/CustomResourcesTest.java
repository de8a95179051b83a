package dev.ballast.e2e.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.ArgoCd;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Managers;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import dev.ballast.reconcile.ReconcilerProcess;
import dev.ballast.reconcile.Settings;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The third way: policies lie in Git, Argo CD applies them as they are, and a reconciler beside it makes Velero's objects of them. */
@NeedsCluster(argoCd = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomResourcesTest {
    private static final String NAMESPACE = "velero-followed";
    private static final String SCHEDULES = "schedules";
    private static final String LOCATIONS = "backupstoragelocations";
    private static final String POLICIES = "/apis/ballast.dev/v1alpha1/namespaces/" + NAMESPACE + "/backuppolicies";
    private static final String STORE = "followed-store";
    private static final String AVAILABLE = "{\"status\":{\"phase\":\"Available\"}}";
    private static final String UNAVAILABLE =
            "{\"status\":{\"phase\":\"Unavailable\",\"message\":\"the bucket is gone\"}}";

    private static final String FIRST = "metadata: {annotations: {argocd.argoproj.io/sync-wave: \"-1\"}, ";

    private Site site;
    private PolicyRepository repository;
    private Application application;
    private KubernetesClient client;
    private ReconcilerProcess reconciler;

    @BeforeAll
    void synced(Clusters clusters) throws Exception {
        site = Site.of(clusters);
        site.cluster().namespace(NAMESPACE);
        repository = site.repository("followed");
        repository.write("policies/prod.yaml", early(Policies.environment(NAMESPACE)));
        repository.write(
                "policies/store.yaml",
                early(Policies.store(STORE, site.running().s3(), "")));
        for (String name : List.of("museum", "school", "theatre")) {
            repository.write("policies/" + name + ".yaml", Policies.policy(name, STORE, "daily: 7"));
        }
        String revision = repository.push("Protect three namespaces");
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(site.cluster().kubeconfig().toFile()))
                .build();
        reconciler = ReconcilerProcess.start(client, Settings.of(NAMESPACE), Clock.systemUTC());
        application = site.application("custom-resources.yaml", "followed", repository.url(), NAMESPACE);
        application.awaitHealthy(revision);
        // No Velero is in this namespace; what it would find out is said in its place.
        site.await(NAMESPACE, LOCATIONS, STORE, "is there", it -> !it.isMissingNode());
        setStatus(AVAILABLE);
    }

    @AfterAll
    void close() {
        reconciler.close();
        client.close();
    }

    // Later waves begin when the earlier one is healthy, for which the reconciler has to have seen it.
    private static String early(String text) {
        return text.replace("metadata: {", FIRST);
    }

    @Test
    void eachOwnsItsPartAndNobodyWritesAgain() throws Exception {
        JsonNode schedule = awaitSchedule("school-daily", "168h0m0s");
        int syncs = application.now().at("/status/history").size();

        application.refreshHard();
        application.await(
                "rests with three policies",
                app -> !app.at("/metadata/annotations").has("argocd.argoproj.io/refresh"));

        JsonNode policy = policy("school");
        assertThat(Managers.of(policy, "f:spec")).containsExactly("argocd-controller Apply");
        assertThat(Managers.of(policy, "f:status"))
                .allSatisfy(manager -> assertThat(manager).startsWith("ballast-reconciler "));
        assertThat(Managers.of(schedule, "f:spec")).containsExactly("ballast-reconciler Apply");
        assertThat(policy.at("/metadata/generation").asInt()).isEqualTo(1);
        JsonNode app = application.now();
        assertThat(app.at("/status/sync/status").asText()).isEqualTo("Synced");
        assertThat(app.at("/status/history")).as("synced again").hasSize(syncs);
        assertThat(Application.resources(app)).contains("BackupPolicy school").doesNotContain("Schedule school-daily");
    }

    @Test
    void editsByHandAreHealedByWhoOwnsTheObject() throws Exception {
        awaitSchedule("school-daily", "168h0m0s");
        site.patch(NAMESPACE, "schedules.velero.io", "school-daily", "{\"spec\":{\"template\":{\"ttl\":\"24h0m0s\"}}}");
        awaitSchedule("school-daily", "168h0m0s");

        site.patch(NAMESPACE, "backuppolicies.ballast.dev", "school", "{\"spec\":{\"keep\":{\"daily\":30}}}");
        Patience.until(
                "the policy is healed",
                Duration.ofMinutes(3),
                () -> policy("school").at("/spec/keep/daily").asInt() == 7,
                () -> policy("school").toPrettyString());
        awaitSchedule("school-daily", "168h0m0s");
    }

    @Test
    void aChangeIsRolledOutAndABrokenOneLeavesWhatIsThere() throws Exception {
        repository.replace("policies/museum.yaml", "daily: 7", "daily: 14");
        application.awaitHealthy(push("Keep more of museum"));
        JsonNode before = awaitSchedule("museum-daily", "336h0m0s");

        repository.replace("policies/museum.yaml", "daily: 14", "daily: 12h");
        push("Keep too little of museum");
        JsonNode app = application.await(
                "Degraded by museum",
                it -> Application.health(it, "BackupPolicy", "museum").equals("Degraded"));
        assertThat(Application.resource(app, "BackupPolicy", "museum")
                        .orElseThrow()
                        .at("/health/message")
                        .asText())
                .contains("/spec/keep/daily", "daily backups live `12h`", "(retention.shorter-than-interval)");
        application.awaitHealth("Degraded");
        assertThat(schedule("museum-daily").path("spec")).isEqualTo(before.path("spec"));

        repository.replace("policies/museum.yaml", "daily: 12h", "daily: 21");
        application.awaitHealthy(push("Keep enough of museum"));
        awaitSchedule("museum-daily", "504h0m0s");
    }

    @Test
    void aStoreThatBecomesUnavailableDegradesTheApplication() throws Exception {
        setStatus(UNAVAILABLE);

        JsonNode app = application.await(
                "Degraded by its store",
                it -> Application.health(it, "BackupStore", STORE).equals("Degraded"));
        assertThat(Application.resource(app, "BackupStore", STORE)
                        .orElseThrow()
                        .at("/health/message")
                        .asText())
                .contains("the bucket is gone");
        application.awaitHealth("Degraded");

        setStatus(AVAILABLE);
        application.awaitHealth("Healthy");
    }

    @Test
    void aRemovedPolicyTakesItsSchedulesAlongAndLeavesItsBackups() throws Exception {
        awaitSchedule("theatre-daily", "168h0m0s");
        site.cluster().apply(NAMESPACE, """
                apiVersion: velero.io/v1
                kind: Backup
                metadata:
                  name: theatre-daily-20261121020037
                  labels: {velero.io/schedule-name: theatre-daily, ballast.dev/policy: theatre}
                spec: {storageLocation: followed-store, ttl: 168h0m0s}
                status: {phase: Completed}
                """);

        repository.delete("policies/theatre.yaml");
        push("Protect theatre no longer");

        site.await(NAMESPACE, SCHEDULES, "theatre-daily", "is gone", JsonNode::isMissingNode);
        assertThat(site.names(NAMESPACE, SCHEDULES)).contains("school-daily");
        assertThat(site.names(NAMESPACE, "backups")).contains("theatre-daily-20261121020037");
    }

    @Test
    void aPolicyThatIsGuardedWaitsForAPersonBeforeItGoes() throws Exception {
        PolicyRepository guarded = site.repository("guarded");
        String vault = Policies.policy("vault", STORE, "daily: 7")
                .replace(
                        "{name: vault}",
                        "{name: vault, annotations: {argocd.argoproj.io/sync-options: Prune=confirm}}");
        guarded.write("policies/vault.yaml", vault);
        guarded.write("policies/attic.yaml", Policies.policy("attic", STORE, "daily: 7"));
        String revision = guarded.push("Protect vault and attic");
        Application app = site.application("custom-resources.yaml", "guarded", guarded.url(), NAMESPACE);
        app.awaitHealthy(revision);

        guarded.delete("policies/vault.yaml");
        guarded.push("Protect vault no longer");
        app.refresh();
        app.await(
                "waiting",
                it -> it.at("/status/operationState/message").asText().contains("confirmation"));
        awaitSchedule("vault-daily", "168h0m0s");

        site.cluster()
                .kubectl(
                        "",
                        "annotate",
                        "-n",
                        ArgoCd.NAMESPACE,
                        "applications.argoproj.io",
                        "guarded",
                        "argocd.argoproj.io/deletion-approved="
                                + Clock.systemUTC().instant())
                .orThrow("approving");
        site.await(NAMESPACE, SCHEDULES, "vault-daily", "is gone", JsonNode::isMissingNode);
    }

    private String push(String message) throws IOException, InterruptedException {
        String revision = repository.push(message);
        application.refresh();
        return revision;
    }

    private void setStatus(String merge) throws IOException, InterruptedException {
        site.patch(NAMESPACE, "backupstoragelocations.velero.io", STORE, merge);
    }

    private JsonNode awaitSchedule(String name, String ttl) throws IOException, InterruptedException {
        return site.await(
                NAMESPACE,
                SCHEDULES,
                name,
                "keeps for " + ttl,
                it -> it.at("/spec/template/ttl").asText().equals(ttl));
    }

    private JsonNode schedule(String name) throws IOException, InterruptedException {
        return site.get(NAMESPACE, SCHEDULES, name);
    }

    private JsonNode policy(String name) throws IOException, InterruptedException {
        return site.cluster()
                .list(POLICIES + "?fieldSelector=metadata.name%3D" + name)
                .get(0);
    }
}
