package dev.ballast.e2e.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.rbac.Permissions;
import dev.ballast.rbac.RbacManifests;
import dev.ballast.schema.Kind;
import dev.ballast.schema.Schemas;
import dev.ballast.schema.crd.CustomResourceDefinitions;
import dev.ballast.testing.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart holds is what the code has: the kinds, the permissions, the version. */
class ChartFilesTest {
    private static final Path FILES = Chart.FOLDER.resolve("files");
    private static final List<String> READ = List.of("get", "list", "watch");
    private static final List<String> WRITE = List.of("create", "update", "patch", "delete", "deletecollection");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aKindIsThatOfTheSchemas(Kind kind) throws Exception {
        Golden.check(crd(kind), new CustomResourceDefinitions(new Schemas()).yaml(kind));
    }

    @Test
    void thereAreNoOtherKinds() throws Exception {
        try (Stream<Path> found = Files.list(FILES.resolve("crds"))) {
            assertThat(found)
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Kind.values()).map(ChartFilesTest::crd).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Role", "ClusterRole"})
    void thePermissionsAreThoseOfTheList(String kind) throws Exception {
        String objects = RbacManifests.yaml("velero", "ballast", Permissions.ALL);
        JsonNode role = Yaml.objects(objects).stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
        String name = kind.equals("Role") ? "namespace.yaml" : "cluster.yaml";
        Golden.check(FILES.resolve("rules").resolve(name), YamlWriter.document(role.path("rules")));
    }

    @Test
    void whoMayViewReadsEveryKind() throws Exception {
        Golden.check(FILES.resolve("rules/view.yaml"), rules(READ));
    }

    @Test
    void whoMayEditWritesEveryKind() throws Exception {
        Golden.check(FILES.resolve("rules/edit.yaml"), rules(WRITE));
    }

    @Test
    void theVersionIsThatOfTheProject() throws Exception {
        JsonNode chart = Yaml.object(Files.readString(Chart.FOLDER.resolve("Chart.yaml")));
        String pom = Files.readString(Path.of("../pom.xml"));

        assertThat(pom)
                .contains("<version>%s-SNAPSHOT</version>"
                        .formatted(chart.path("appVersion").asText()));
        assertThat(chart.at("/annotations/artifacthub.io~1images").asText())
                .contains("ghcr.io/ballast-dev/ballast:"
                        + chart.path("appVersion").asText() + "\n");
    }

    @Test
    void theCatalogueNamesEveryKind() throws Exception {
        JsonNode chart = Yaml.object(Files.readString(Chart.FOLDER.resolve("Chart.yaml")));
        JsonNode listed =
                Yaml.object(chart.at("/annotations/artifacthub.io~1crds").asText());

        assertThat(listed)
                .extracting(crd -> crd.path("kind").asText() + " "
                        + crd.path("version").asText() + " " + crd.path("name").asText())
                .containsExactlyElementsOf(Stream.of(Kind.values())
                        .map(kind -> kind.word() + " " + Kind.VERSION + " " + kind.plural() + "." + Kind.GROUP)
                        .toList());
    }

    private static Path crd(Kind kind) {
        return FILES.resolve("crds").resolve(kind.plural() + ".yaml");
    }

    private static String rules(List<String> verbs) {
        List<String> resources = Stream.of(Kind.values()).map(Kind::plural).toList();
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("apiGroups", List.of(Kind.GROUP));
        rule.put("resources", resources);
        rule.put("verbs", verbs);
        return YamlWriter.document(List.of(rule));
    }
}
