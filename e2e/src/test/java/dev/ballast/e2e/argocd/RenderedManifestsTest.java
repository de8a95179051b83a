package dev.ballast.e2e.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.e2e.cluster.BallastProgram;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.Finished;
import dev.ballast.e2e.cluster.Folders;
import dev.ballast.e2e.cluster.Managers;
import dev.ballast.e2e.cluster.NeedsCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The first way: what {@code ballast compile --output-dir} wrote lies in Git, Argo CD applies it, and Velero works with it. */
@NeedsCluster(argoCd = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RenderedManifestsTest {
    private static final String VELERO = "velero";
    private static final String SCHEDULES = "schedules";
    private static final String LOCATIONS = "backupstoragelocations";
    private static final String STORE = "rendered-store";

    private Site site;
    private PolicyRepository repository;
    private Application application;

    @BeforeAll
    void synced(Clusters clusters) throws Exception {
        site = Site.of(clusters);
        site.running().s3().bucket(STORE);
        repository = site.repository("rendered");
        repository.write("policies/prod.yaml", Policies.environment(VELERO));
        repository.write(
                "policies/store.yaml", Policies.store(STORE, site.running().s3(), ""));
        for (String name : List.of("edited", "changed", "removed", "paused")) {
            repository.write("policies/" + name + ".yaml", Policies.policy(name, STORE, "daily: 7"));
        }
        String revision = render("Protect four namespaces");
        application = site.application("rendered.yaml", "rendered", repository.url(), VELERO);
        application.awaitHealthy(revision);
    }

    @Test
    void comesToRestBesideAVeleroThatWritesIntoTheSameObjects() throws Exception {
        JsonNode seen = site.await(
                VELERO,
                SCHEDULES,
                "edited-daily",
                "was seen by Velero",
                it -> it.at("/spec/skipImmediately").isBoolean());
        assertThat(seen.at("/status/phase").asText()).isEqualTo("Enabled");
        int syncs = application.now().at("/status/history").size();
        long generation = seen.at("/metadata/generation").asLong();
        letVeleroTakeTheDefaultAway();

        for (int look = 0; look < 2; look++) {
            lookAgain();
        }

        JsonNode app = application.now();
        assertThat(app.at("/status/sync/status").asText()).isEqualTo("Synced");
        assertThat(app.at("/status/history")).as("synced again").hasSize(syncs);
        JsonNode schedule = site.get(VELERO, SCHEDULES, "edited-daily");
        assertThat(schedule.at("/metadata/generation").asLong()).isEqualTo(generation);
        assertThat(Managers.of(schedule, "f:spec")).contains("argocd-controller Apply");
        JsonNode location = site.get(VELERO, LOCATIONS, STORE);
        assertThat(location.at("/spec/default").asBoolean()).isFalse();
        assertThat(Managers.of(location, "f:spec")).contains("argocd-controller Apply");
    }

    // Of several that are the default Velero leaves it to the youngest.
    private void letVeleroTakeTheDefaultAway() throws IOException, InterruptedException {
        site.patch(VELERO, "backupstoragelocations.velero.io", STORE, "{\"spec\":{\"default\":true}}");
        site.cluster().apply(VELERO, """
                apiVersion: velero.io/v1
                kind: BackupStorageLocation
                metadata: {name: of-somebody-else}
                spec: {provider: aws, default: true, objectStorage: {bucket: nowhere}}
                """);
        site.await(
                VELERO,
                LOCATIONS,
                STORE,
                "is the default no longer",
                it -> !it.at("/spec/default").asBoolean());
    }

    private void lookAgain() throws IOException, InterruptedException {
        String before = application.now().at("/status/reconciledAt").asText();
        application.refreshHard();
        application.await(
                "looked at again",
                app -> !app.at("/status/reconciledAt").asText().equals(before));
    }

    @Test
    void anEditByHandIsHealed() throws Exception {
        site.patch(VELERO, "schedules.velero.io", "edited-daily", "{\"spec\":{\"template\":{\"ttl\":\"24h0m0s\"}}}");

        site.await(VELERO, SCHEDULES, "edited-daily", "is healed", it -> ttl(it).equals("168h0m0s"));
    }

    @Test
    void aChangeIsRolledOut() throws Exception {
        repository.replace("policies/changed.yaml", "daily: 7", "daily: 14, weekly: 4");

        application.awaitHealthy(push("Keep more of changed"));

        assertThat(ttl(site.get(VELERO, SCHEDULES, "changed-daily"))).isEqualTo("336h0m0s");
        assertThat(site.names(VELERO, SCHEDULES)).contains("changed-weekly");
    }

    @Test
    void aBrokenPolicyIsNotRendered() throws Exception {
        List<String> before = files();
        repository.write("policies/broken.yaml", Policies.policy("broken", STORE, "daily: 12h"));

        Finished compiled = compile();
        repository.delete("policies/broken.yaml");

        assertThat(compiled.exit()).isEqualTo(1);
        assertThat(compiled.stderr()).contains("error[retention.shorter-than-interval]");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aStoreThatCannotBeReachedDegradesTheApplication() throws Exception {
        Folders.delete(site.running().s3().root().resolve(STORE));

        JsonNode app = application.awaitHealth("Degraded");
        assertThat(Application.health(app, "BackupStorageLocation", STORE)).isEqualTo("Degraded");
        assertThat(Application.resource(app, "BackupStorageLocation", STORE)
                        .orElseThrow()
                        .at("/health/message")
                        .asText())
                .contains("NoSuchBucket");

        site.running().s3().bucket(STORE);
        application.awaitHealth("Healthy");
    }

    @Test
    void aScheduleThatIsPausedIsSuspendedAndStaysSo() throws Exception {
        site.patch(VELERO, "schedules.velero.io", "paused-daily", "{\"spec\":{\"paused\":true}}");

        JsonNode app = application.awaitHealth("Suspended");
        assertThat(Application.health(app, "Schedule", "paused-daily")).isEqualTo("Suspended");
        lookAgain();
        assertThat(application.now().at("/status/sync/status").asText()).isEqualTo("Synced");
        assertThat(site.get(VELERO, SCHEDULES, "paused-daily")
                        .at("/spec/paused")
                        .asBoolean())
                .isTrue();

        site.patch(VELERO, "schedules.velero.io", "paused-daily", "{\"spec\":{\"paused\":false}}");
        application.awaitHealth("Healthy");
    }

    @Test
    void aRemovedPolicyTakesItsSchedulesAlongAndLeavesItsBackups() throws Exception {
        site.cluster().namespace("removed");
        JsonNode made = site.lua()
                .action(site.get(VELERO, SCHEDULES, "removed-daily"), "backup-now")
                .at("/0/resource");
        String backup = made.at("/metadata/name").asText();
        site.cluster().kubectl(made.toString(), "create", "-f", "-").orThrow("creating the Backup");
        site.await(VELERO, "backups", backup, "is good", it -> phase(it).equals("Completed"));

        repository.delete("policies/removed.yaml");
        JsonNode app = application.awaitHealthy(push("Protect removed no longer"));

        assertThat(Application.resources(app)).doesNotContain("Schedule removed-daily");
        assertThat(site.names(VELERO, SCHEDULES))
                .doesNotContain("removed-daily")
                .contains("edited-daily");
        lookAgain();
        assertThat(phase(site.get(VELERO, "backups", backup))).isEqualTo("Completed");
    }

    private String push(String message) throws IOException, InterruptedException {
        String revision = render(message);
        application.refresh();
        return revision;
    }

    private String render(String message) throws IOException, InterruptedException {
        compile().orThrow("compiling");
        return repository.push(message);
    }

    private Finished compile() throws IOException, InterruptedException {
        String policies = repository.folder().resolve("policies").toString();
        String rendered = repository.folder().resolve("rendered/prod").toString();
        return BallastProgram.run(List.of("compile", policies, "--environment", "prod", "--output-dir", rendered));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(repository.folder().resolve("rendered/prod"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String ttl(JsonNode schedule) {
        return schedule.at("/spec/template/ttl").asText();
    }

    private static String phase(JsonNode backup) {
        return backup.at("/status/phase").asText();
    }
}
