package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ballast.cli.ArgoCdCustomizations.Customized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgoCdCommandTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path DEPLOY = Path.of("deploy/argocd");
    private static final String HEALTH = "resource.customizations.health.";
    private static final String ACTIONS = "resource.customizations.actions.";
    private static final String DIFFERENCES = "resource.customizations.ignoreDifferences.";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theConfigMapHoldsEveryFileUnchanged() throws IOException {
        JsonNode data = printed("argocd", "customizations").path("data");

        for (Customized customized : ArgoCdCustomizations.ALL) {
            Path files = DEPLOY.resolve(customized.folder());
            String key = customized.group() + "_" + customized.kind();
            assertThat(data.path(HEALTH + key).asText()).isEqualTo(Files.readString(files.resolve("health.lua")));
            JsonNode actions = YAML.readTree(data.path(ACTIONS + key).asText("{}"));
            for (JsonNode definition : actions.path("definitions")) {
                Path action = files.resolve("actions/" + definition.path("name").asText() + "/action.lua");
                assertThat(definition.path("action.lua").asText()).isEqualTo(Files.readString(action));
            }
            assertThat(data.has(DIFFERENCES + key)).isEqualTo(Files.exists(files.resolve("ignoreDifferences.yaml")));
        }
        assertThat(data.has("resource.exclusions")).isFalse();
    }

    @Test
    void whatIsInTheFolderIsWhatIsPrinted() throws IOException {
        var inFolder = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(DEPLOY.resolve("resource_customizations"))) {
            files.filter(file -> file.endsWith("health.lua") || file.endsWith("action.lua"))
                    .forEach(file -> inFolder.add(DEPLOY.relativize(file).toString()));
        }
        List<String> known = new ArrayList<>();
        for (Customized customized : ArgoCdCustomizations.ALL) {
            known.add(customized.folder() + "/health.lua");
            customized.actions().forEach(name -> known.add(customized.folder() + "/actions/" + name + "/action.lua"));
        }
        assertThat(known).containsExactlyInAnyOrderElementsOf(inFolder);
    }

    @Test
    void exclusionsAndTheNamespaceAreAskedFor() throws IOException {
        JsonNode printed = printed("argocd", "customizations", "--exclusions", "--namespace", "openshift-gitops");

        assertThat(printed.at("/metadata/namespace").asText()).isEqualTo("openshift-gitops");
        JsonNode exclusions =
                YAML.readTree(printed.at("/data/resource.exclusions").asText());
        assertThat(exclusions)
                .hasToString(YAML.readTree(Files.readString(DEPLOY.resolve("resource_exclusions.yaml")))
                        .toString());
    }

    @Test
    void aNameThatKubernetesWouldRefuseIsRefused() {
        Typed typed = Typed.in(folder, "argocd", "customizations", "--namespace", "ArgoCD");
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains("`ArgoCD` is no name");
    }

    @Test
    void luaIsInTheSubsetThatArgoCdRuns() throws IOException {
        try (Stream<Path> files = Files.walk(DEPLOY.resolve("resource_customizations"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".lua")).toList()) {
                assertThat(Files.readString(file))
                        .as("%s", file)
                        .doesNotContain("string.", ":match(", ":gsub(", "io.", "goto ", "//");
            }
        }
    }

    private JsonNode printed(Object... words) throws IOException {
        Typed typed = Typed.in(folder, words);
        assertThat(typed.exit()).as(typed.err()).isZero();
        return YAML.readTree(typed.out());
    }
}
