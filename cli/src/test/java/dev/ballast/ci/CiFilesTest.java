package dev.ballast.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every workflow, action and script that is run or shown here. */
class CiFilesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path INIT = ROOT.resolve("cli/src/main/resources/dev/ballast/cli/init");
    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
    /** A commit with the version it is; our own action, whose place and version its user fills in; or our own workflow. */
    private static final Pattern PINNED = Pattern.compile(
            "(?:[\\w.-]+(?:/[\\w.-]+)+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+|OWNER/ballast(?:/ci/github/comment)?@REVISION|\\./\\.github/workflows/ci\\.yml)");

    private static final Pattern USES = Pattern.compile("(?m)^ *(?:- )?uses: *(.*?) *$");
    private static final Pattern INPUT = Pattern.compile("(?:\\$\\{\\{|\\$\\[\\[) inputs\\.([a-z-]+) (?:}}|]])");

    static List<String> workflows() throws IOException {
        List<String> texts = new ArrayList<>();
        texts.add(Files.readString(ROOT.resolve(".github/workflows/ci.yml")));
        texts.add(Files.readString(ROOT.resolve(".github/workflows/release.yml")));
        texts.add(Files.readString(INIT.resolve("github/workflows/ballast.yml")));
        YAML_BLOCK
                .matcher(Files.readString(ROOT.resolve("docs/ci.md")))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("runs-on:"))
                .forEach(texts::add);
        return texts;
    }

    static Stream<Path> actions() {
        return Stream.of(ROOT.resolve("action.yml"), ROOT.resolve("ci/github/comment/action.yml"));
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("ci"))) {
            return files.filter(file -> file.toString().endsWith(".sh"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void aWorkflowPinsWhatItUsesAndMayLittle(String text) throws IOException {
        assertThat(USES.matcher(text).results().map(use -> use.group(1)))
                .isNotEmpty()
                .allSatisfy(use -> assertThat(use).matches(PINNED));
        JsonNode workflow = new YAMLMapper().readTree(text);
        assertThat(workflow.path("permissions").isObject())
                .as("permissions of the workflow")
                .isTrue();
        assertThat(workflow.path("permissions").findValuesAsText("contents")).allMatch("read"::equals);
        assertThat(workflow.toString()).doesNotContain("write-all", "pull_request_target");
        for (JsonNode job : workflow.path("jobs")) {
            assertThat(job.has("uses") || job.path("timeout-minutes").asInt() > 0)
                    .as("a limit of its own, or of the workflow that it calls")
                    .isTrue();
            job.path("steps")
                    .forEach(step -> assertThat(step.path("run").asText()).doesNotContain("${{"));
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anActionPassesInputsThroughTheEnvironmentAlone(Path file) throws IOException {
        JsonNode action = new YAMLMapper().readTree(file.toFile());
        for (JsonNode step : action.at("/runs/steps")) {
            assertThat(step.has("uses")).as("others' actions").isFalse();
            assertThat(step.path("shell").asText()).isEqualTo("bash");
            assertThat(step.path("run").asText()).isNotEmpty().doesNotContain("${{");
        }
        everyInputIsDescribedAndUsed(action.path("inputs"), Files.readString(file));
        assertThat(action.path("outputs"))
                .allSatisfy(output ->
                        assertThat(output.path("description").asText()).isNotEmpty());
    }

    @Test
    void theComponentPassesInputsThroughVariablesAlone() throws IOException {
        Path file = ROOT.resolve("templates/ballast.yml");
        List<JsonNode> documents = new YAMLMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(file.toFile())
                .readAll();
        assertThat(documents).hasSize(2);
        everyInputIsDescribedAndUsed(documents.get(0).at("/spec/inputs"), Files.readString(file));
        JsonNode job = documents.get(1).iterator().next();
        assertThat(job.path("before_script").toString() + job.path("script")).doesNotContain("$[[");
        assertThat(job.path("variables").properties().stream()
                        .map(Map.Entry::getValue)
                        .filter(value -> value.path("value").asText().contains("$[[")))
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.has("expand")).isTrue());
    }

    private static void everyInputIsDescribedAndUsed(JsonNode inputs, String text) {
        Set<String> declared = new TreeSet<>();
        inputs.properties().forEach(input -> {
            declared.add(input.getKey());
            assertThat(input.getValue().path("description").asText())
                    .as(input.getKey())
                    .isNotEmpty();
        });
        Set<String> used = new TreeSet<>();
        INPUT.matcher(text).results().forEach(use -> used.add(use.group(1)));
        assertThat(used).isEqualTo(declared);
    }

    @Test
    void everyEnvironmentVariableOfAStepIsReadByItsScript() throws IOException {
        var scripts = new StringBuilder();
        for (Path script : scripts()) {
            scripts.append(Files.readString(script));
        }
        for (Path file : actions().toList()) {
            for (JsonNode step : new YAMLMapper().readTree(file.toFile()).at("/runs/steps")) {
                step.path("env")
                        .fieldNames()
                        .forEachRemaining(name -> assertThat(scripts).contains(name));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptStopsAtTheFirstFailure(Path script) throws IOException {
        String text = Files.readString(script);
        if (script.startsWith(ROOT.resolve("ci/lib"))) {
            assertThat(text)
                    .startsWith("# shellcheck shell=bash\n")
                    .contains("Sourced")
                    .contains("never run");
        } else {
            assertThat(text).startsWith("#!/usr/bin/env bash\n").contains("\nset -euo pipefail\n");
            assertThat(Files.isExecutable(script)).isTrue();
        }
        Shell parsed = Shell.run(ROOT, Map.of(), List.of("bash", "-n", script.toString()));
        assertThat(parsed.exit()).as(parsed.out()).isZero();
    }

    @Test
    void shellcheckFindsNothing() throws IOException {
        assumeTrue(Shell.has("shellcheck"), "needs shellcheck");
        List<String> words = new ArrayList<>(List.of("shellcheck", "-x", "-P", ROOT.toString()));
        scripts().forEach(script -> words.add(script.toString()));
        Shell checked = Shell.run(ROOT, Map.of(), words);
        assertThat(checked.exit()).as(checked.out()).isZero();
    }

    @Test
    void theHooksRunTheLauncherOnPolicies() throws IOException {
        JsonNode hooks =
                new YAMLMapper().readTree(ROOT.resolve(".pre-commit-hooks.yaml").toFile());
        assertThat(hooks).hasSize(2).allSatisfy(hook -> {
            assertThat(hook.path("language").asText()).isEqualTo("script");
            assertThat(hook.path("require_serial").asBoolean()).isTrue();
            String program = hook.path("entry").asText().split(" ", 2)[0];
            assertThat(Files.isExecutable(ROOT.resolve(program))).isTrue();
            Pattern files = Pattern.compile(hook.path("files").asText());
            assertThat(files.matcher("policies/apps/shop.yaml").find()).isTrue();
            assertThat(files.matcher("charts/policies/shop.yaml").find()).isFalse();
        });
    }
}
