package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluginInputTest {
    @Test
    void withoutAnythingTheFolderItselfIsCompiled() {
        assertThat(PluginInput.of(Map.of()).words()).containsExactly("compile", "--", ".");
    }

    @Test
    void parametersAreOptionsOfTheSameName() {
        String parameters = """
                [{"name": "environment", "string": "prod"}, {"name": "namespaces", "string": "namespaces.yaml"},
                 {"name": "fail-on", "string": "warning"}, {"name": "allow-empty", "string": "true"},
                 {"name": "paths", "array": [".", "../environments", "--help"]}]
                """;
        assertThat(PluginInput.of(Map.of("ARGOCD_APP_PARAMETERS", parameters)).words())
                .containsExactly(
                        "compile",
                        "--environment=prod",
                        "--namespaces=namespaces.yaml",
                        "--fail-on=warning",
                        "--allow-empty",
                        "--",
                        ".",
                        "../environments",
                        "--help");
    }

    @Test
    void theEnvironmentMayComeFromAVariableAndTheParameterWins() {
        Map<String, String> variable = Map.of("ARGOCD_ENV_BALLAST_ENVIRONMENT", "dev", "ARGOCD_APP_PARAMETERS", "[]");
        assertThat(PluginInput.of(variable).words()).contains("--environment=dev");

        String parameter = "[{\"name\": \"environment\", \"string\": \"prod\"}]";
        assertThat(PluginInput.of(Map.of("ARGOCD_ENV_BALLAST_ENVIRONMENT", "dev", "ARGOCD_APP_PARAMETERS", parameter))
                        .words())
                .contains("--environment=prod")
                .doesNotContain("--environment=dev");
    }

    @Test
    void thePluginAnnouncesWhatIsKnown() throws IOException {
        JsonNode plugin =
                new ObjectMapper(new YAMLFactory()).readTree(Files.readString(Path.of("deploy/argocd/plugin.yaml")));
        List<String> announced = new ArrayList<>();
        plugin.at("/spec/parameters/static")
                .forEach(parameter -> announced.add(parameter.path("name").asText()));
        assertThat(announced).containsExactlyInAnyOrderElementsOf(PluginInput.KNOWN);
    }

    @Test
    void emptyTextsAskForNothing() {
        String parameters =
                "[{\"name\": \"fail-on\", \"string\": \"\"}, {\"name\": \"allow-empty\", \"string\": \"false\"}]";
        assertThat(PluginInput.of(Map.of("ARGOCD_APP_PARAMETERS", parameters)).words())
                .containsExactly("compile", "--", ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "[{\"name\": \"enviroment\", \"string\": \"prod\"}] | no parameter `enviroment`; did you mean `environment`?",
                "[{\"name\": \"output\", \"string\": \"x\"}] | there are environment, namespaces, fail-on, allow-empty, paths",
                "[{\"name\": \"environment\", \"array\": [\"prod\"]}] | the parameter `environment` is a `string`",
                "[{\"name\": \"allow-empty\", \"string\": \"yes\"}] | is `true` or `false`, not `yes`",
                "[{\"name\": \"paths\", \"string\": \"..\"}] | the parameter `paths` is an `array`",
                "[{\"name\": \"paths\", \"array\": [\"-\"]}] | `-` is neither",
                "[{ | `ARGOCD_APP_PARAMETERS` is no JSON"
            })
    void whatIsNotKnownIsRefused(String parameters, String message) {
        assertThatThrownBy(() -> PluginInput.of(Map.of("ARGOCD_APP_PARAMETERS", parameters)))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining(message);
    }
}
