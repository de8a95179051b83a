package dev.ballast.e2e.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ballast.e2e.cluster.ArgoCd;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of {@code deploy/argocd} are what Argo CD takes, and do what they say. */
@NeedsCluster(argoCd = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path ARGO_CD = Site.DEPLOY.resolve("argocd");
    private static final String FLEET = "/apis/argoproj.io/v1alpha1/namespaces/" + ArgoCd.FLEET + "/applications";

    private static final String CLUSTER = """
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: cluster-%1$s
              labels: {argocd.argoproj.io/secret-type: cluster%2$s}
            stringData: {name: %1$s, server: "https://%1$s.example.com", config: "{}"}
            """;

    private Site site;

    @BeforeAll
    void start(Clusters clusters) throws Exception {
        site = Site.of(clusters);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project.yaml",
                "applicationset.yaml",
                "applications/rendered.yaml",
                "applications/plugin.yaml",
                "applications/custom-resources.yaml"
            })
    void theApiServerTakesTheExamples(String file) throws Exception {
        site.cluster().applyStrictly(Files.readString(ARGO_CD.resolve(file))).orThrow("applying " + file);
    }

    @Test
    void aClusterGetsAnApplicationForTheEnvironmentOfItsLabel() throws Exception {
        site.cluster()
                .apply(
                        ArgoCd.FLEET,
                        CLUSTER.formatted("prod-eu", ", ballast.dev/environment: prod")
                                + CLUSTER.formatted("edge-7", ", ballast.dev/environment: edge")
                                + CLUSTER.formatted("build", ""));
        site.cluster().apply(ArgoCd.FLEET, inFleet("project.yaml"));
        site.cluster().apply(ArgoCd.FLEET, inFleet("applicationset.yaml"));

        Map<String, JsonNode> made = new TreeMap<>();
        Patience.until(
                "there are two Applications",
                Duration.ofMinutes(3),
                () -> {
                    made.clear();
                    site.cluster()
                            .list(FLEET)
                            .forEach(app -> made.put(app.at("/metadata/name").asText(), app));
                    return made.size() == 2;
                },
                () -> made.keySet() + "\n" + site.argo().lastWords());

        assertThat(made.keySet()).containsExactly("backups-edge-7", "backups-prod-eu");
        JsonNode edge = Objects.requireNonNull(made.get("backups-edge-7"));
        assertThat(edge.at("/spec/destination/server").asText()).isEqualTo("https://edge-7.example.com");
        assertThat(edge.at("/spec/source/plugin/parameters/0"))
                .hasToString("{\"name\":\"environment\",\"string\":\"edge\"}");
        assertThat(edge.path("metadata").has("finalizers")).isFalse();
    }

    // The same in another namespace than that of the examples.
    private static String inFleet(String file) throws IOException {
        String text = Files.readString(ARGO_CD.resolve(file));
        assertThat(text).contains("  namespace: argocd\n");
        return text.replace("  namespace: argocd\n", "");
    }

    @Test
    void theSidecarFitsTheRepositoryServer(Clusters clusters, @TempDir Path folder) throws Exception {
        Path component = Files.createDirectory(folder.resolve("ballast"));
        for (String file : List.of("kustomization.yaml", "plugin.yaml", "sidecar.yaml")) {
            Files.copy(ARGO_CD.resolve(file), component.resolve(file));
        }
        Files.writeString(
                folder.resolve("install.yaml"),
                clusters.argoCdFile("manifests/base/repo-server/argocd-repo-server-deployment.yaml"));
        Files.writeString(folder.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: argocd
                resources: [install.yaml]
                components: [ballast]
                images: [{name: ballast, newName: example.com/ballast, newTag: 0.1.0}]
                """);

        String built = site.cluster()
                .kubectl("", "kustomize", folder.toString())
                .orThrow("building")
                .stdout();

        site.cluster().applyStrictly(built).orThrow("applying");
        JsonNode deployment = document(built, "Deployment");
        JsonNode sidecar = container(deployment, "ballast");
        assertThat(sidecar.path("image").asText()).isEqualTo("example.com/ballast:0.1.0");
        assertThat(sidecar.at("/securityContext/runAsUser").asInt()).isEqualTo(999);
        JsonNode volumes = deployment.at("/spec/template/spec/volumes");
        for (JsonNode mount : sidecar.path("volumeMounts")) {
            assertThat(volumes.findValuesAsText("name"))
                    .contains(mount.path("name").asText());
        }
        assertThat(container(deployment, "argocd-repo-server")
                        .path("volumeMounts")
                        .findValuesAsText("name"))
                .contains("plugins", "tmp")
                .doesNotContain("ballast-tmp");
        assertThat(sidecar.path("volumeMounts").findValuesAsText("name")).doesNotContain("tmp");
        assertThat(document(built, "ConfigMap").at("/data/plugin.yaml").asText())
                .isEqualTo(Files.readString(ARGO_CD.resolve("plugin.yaml")));
    }

    @Test
    void theExclusionsHoldThoseOfArgoCd(Clusters clusters) throws Exception {
        JsonNode own = YAML.readTree(clusters.argoCdFile("manifests/base/config/argocd-cm.yaml"));
        JsonNode theirs =
                YAML.readTree(own.path("data").path("resource.exclusions").asText());

        assertThat(YAML.readTree(Files.readString(ARGO_CD.resolve("resource_exclusions.yaml"))))
                .containsAll(theirs)
                .hasSize(theirs.size() + 1);
    }

    private static JsonNode container(JsonNode deployment, String name) {
        for (JsonNode container : deployment.at("/spec/template/spec/containers")) {
            if (container.path("name").asText().equals(name)) {
                return container;
            }
        }
        throw new AssertionError("there is no container " + name);
    }

    private static JsonNode document(String stream, String kind) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(stream)) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                if (document.path("kind").asText().equals(kind)) {
                    return document;
                }
            }
        }
        throw new AssertionError("there is no " + kind);
    }
}
