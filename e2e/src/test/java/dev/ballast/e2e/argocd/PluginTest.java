package dev.ballast.e2e.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The second way: policies lie in Git, and Argo CD has them compiled by the plugin, which it finds by the file in the folder. */
@NeedsCluster(argoCd = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginTest {
    private static final String VELERO = "velero";
    private static final String SCHEDULES = "schedules";
    private static final String STORE = "plugin-store";

    private Site site;
    private PolicyRepository repository;
    private Application application;

    @BeforeAll
    void synced(Clusters clusters) throws Exception {
        site = Site.of(clusters);
        site.running().s3().bucket(STORE);
        repository = site.repository("plugin");
        repository.write("policies/.ballast-compile", "");
        // Two of them, so that nothing works without the parameter; beside the folder, so that nothing works without
        // the paths.
        repository.write("environments/prod.yaml", Policies.environment(VELERO));
        repository.write(
                "environments/dev.yaml", Policies.environment("velero-dev").replace("prod", "dev"));
        repository.write(
                "policies/store.yaml", Policies.store(STORE, site.running().s3(), ", environments: [prod]"));
        repository.write("policies/cafe.yaml", Policies.policy("cafe", STORE, "daily: 7"));
        repository.write("policies/library.yaml", Policies.policy("library", STORE, "daily: 7"));
        String revision = repository.push("Protect two namespaces");
        application = site.application("plugin.yaml", "plugin", repository.url(), VELERO);
        application.awaitHealthy(revision);
    }

    @Test
    void compilesForTheEnvironmentOfTheApplication() throws Exception {
        JsonNode app = application.now();

        assertThat(app.at("/status/sourceType").asText()).isEqualTo("Plugin");
        assertThat(Application.resources(app))
                .contains("BackupStorageLocation " + STORE, "Schedule cafe-daily", "Schedule library-daily");
    }

    @Test
    void anEditByHandIsHealed() throws Exception {
        site.patch(VELERO, "schedules.velero.io", "library-daily", "{\"spec\":{\"template\":{\"ttl\":\"24h0m0s\"}}}");

        site.await(VELERO, SCHEDULES, "library-daily", "is healed", it -> ttl(it).equals("168h0m0s"));
    }

    @Test
    void aChangeIsRolledOutAndABrokenOneChangesNothing() throws Exception {
        repository.replace("policies/cafe.yaml", "daily: 7", "daily: 14");
        application.awaitHealthy(push("Keep more of cafe"));
        JsonNode before = spec("cafe-daily");
        assertThat(before.at("/template/ttl").asText()).isEqualTo("336h0m0s");

        repository.replace("policies/cafe.yaml", "daily: 14", "daily: 12h");
        push("Keep too little of cafe");
        String error = application.awaitComparisonError("retention.shorter-than-interval");
        assertThat(error)
                .contains(
                        "exit status 1",
                        "daily backups live `12h`, and up to `1d` pass before the next one",
                        "cafe.yaml:6:",
                        "help: keep a count");
        assertThat(spec("cafe-daily")).isEqualTo(before);
        assertThat(site.names(VELERO, SCHEDULES)).contains("cafe-daily", "library-daily");

        repository.replace("policies/cafe.yaml", "daily: 12h", "daily: 21");
        application.awaitHealthy(push("Keep enough of cafe"));
        assertThat(ttl(site.get(VELERO, SCHEDULES, "cafe-daily"))).isEqualTo("504h0m0s");
    }

    @Test
    void noPolicyAtAllIsAFailureAndRemovesNothing() throws Exception {
        PolicyRepository emptied = site.repository("emptied");
        emptied.write("policies/.ballast-compile", "");
        emptied.write("environments/prod.yaml", Policies.environment(VELERO));
        emptied.write("policies/gallery.yaml", Policies.policy("gallery", "gallery", "daily: 7"));
        emptied.write(
                "policies/store.yaml", Policies.store("gallery", site.running().s3(), ""));
        site.running().s3().bucket("gallery");
        String revision = emptied.push("Protect gallery");
        Application gallery = site.application("plugin.yaml", "emptied", emptied.url(), VELERO);
        gallery.awaitHealthy(revision);

        emptied.delete("policies/gallery.yaml");
        emptied.push("Protect nothing");
        gallery.refresh();

        assertThat(gallery.awaitComparisonError("there is no policy to compile"))
                .contains("exit status 2", "--allow-empty");
        assertThat(site.names(VELERO, SCHEDULES)).contains("gallery-daily");
    }

    @Test
    void aParameterThatIsMisspeltIsTold() throws Exception {
        Application misspelt = site.application("plugin.yaml", "misspelt", repository.url(), VELERO, spec -> {
            ((ObjectNode) spec.at("/source/plugin/parameters/0")).put("name", "enviroment");
        });

        assertThat(misspelt.awaitComparisonError("no parameter"))
                .contains("the plugin has no parameter `enviroment`; did you mean `environment`?");
        assertThat(Application.resources(misspelt.now())).isEqualTo(List.of());
    }

    private String push(String message) throws IOException, InterruptedException {
        String revision = repository.push(message);
        application.refresh();
        return revision;
    }

    private JsonNode spec(String schedule) throws IOException, InterruptedException {
        return site.get(VELERO, SCHEDULES, schedule).path("spec");
    }

    private static String ttl(JsonNode schedule) {
        return schedule.at("/spec/template/ttl").asText();
    }
}
