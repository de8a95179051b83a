package dev.ballast.e2e.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ballast.e2e.argocd.LuaInterpreter.Question;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Argo CD's own Lua gives for every object of the test data what is written beside it, whichever way the settings reached it. */
@NeedsCluster(crdsFromGo = true)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomizationsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path FOLDER = Site.DEPLOY.resolve("argocd/resource_customizations");

    /** Backups made by hand carry the time of the click. */
    private static final String TIME = "-\\d{14}$";

    private LuaInterpreter lua;

    /**
     * One case of the test data.
     *
     * @param name for a person
     * @param expected as the interpreter is to answer
     */
    private record Case(String name, Question question, JsonNode expected) {}

    @BeforeAll
    void configure(Clusters clusters) throws Exception {
        lua = new LuaInterpreter(clusters.argoCdLua(Site.settings()));
    }

    @Test
    void healthIsAsWritten() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (Path file : named("health_test.yaml")) {
            for (JsonNode test : read(file).path("tests")) {
                cases.add(of(file, "health", "", test, test.path("healthStatus")));
            }
        }
        judge(cases, answer -> answer);
    }

    @Test
    void theActionsOnOfferAreAsWritten() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (Path file : named("action_test.yaml")) {
            for (JsonNode test : read(file).path("discoveryTests")) {
                cases.add(of(file, "discovery", "", test, sorted(test.path("result"))));
            }
        }
        judge(cases, CustomizationsTest::sorted);
    }

    @Test
    void actionsDoWhatIsWritten() throws Exception {
        List<Case> cases = new ArrayList<>();
        for (Path file : named("action_test.yaml")) {
            for (JsonNode test : read(file).path("actionTests")) {
                String action = test.path("action").asText();
                JsonNode output =
                        read(file.resolveSibling(test.path("expectedOutputPath").asText()));
                cases.add(of(file, "action", action, test, operations(output)));
            }
        }
        judge(cases, CustomizationsTest::withoutTimes);
    }

    @Test
    void everyObjectOfTheTestDataIsUsed() throws Exception {
        Set<Path> used = new TreeSet<>();
        for (Path file : named("health_test.yaml")) {
            read(file).path("tests").forEach(test -> used.add(beside(file, test.path("inputPath"))));
        }
        for (Path file : named("action_test.yaml")) {
            for (JsonNode test : read(file).path("discoveryTests")) {
                used.add(beside(file, test.path("inputPath")));
            }
            for (JsonNode test : read(file).path("actionTests")) {
                used.add(beside(file, test.path("inputPath")));
                used.add(beside(file, test.path("expectedOutputPath")));
            }
        }
        try (Stream<Path> all = Files.walk(FOLDER)) {
            assertThat(all.filter(file -> file.resolveSibling("").endsWith("testdata")))
                    .containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void everyActionIsTried() throws Exception {
        for (Path file : named("action_test.yaml")) {
            Set<String> tried = new TreeSet<>();
            read(file)
                    .path("actionTests")
                    .forEach(test -> tried.add(test.path("action").asText()));
            Set<String> offered = new TreeSet<>();
            read(file)
                    .path("discoveryTests")
                    .forEach(test -> test.path("result")
                            .forEach(action -> offered.add(action.path("name").asText())));
            try (Stream<Path> folders = Files.list(file.resolveSibling(""))) {
                Set<String> defined = new TreeSet<>(folders.filter(folder -> Files.exists(folder.resolve("action.lua")))
                        .map(folder -> folder.getFileName().toString())
                        .toList());
                assertThat(tried).isEqualTo(defined);
                assertThat(offered).isEqualTo(defined);
            }
        }
    }

    private static Case of(Path file, String ask, String action, JsonNode test, JsonNode expected) throws IOException {
        Path input = beside(file, test.path("inputPath"));
        String name = FOLDER.relativize(input) + " " + ask + " " + action;
        return new Case(name, new Question(ask, action, read(input)), expected);
    }

    private void judge(List<Case> cases, UnaryOperator<JsonNode> form) throws IOException, InterruptedException {
        assertThat(cases).isNotEmpty();
        List<JsonNode> answers = lua.ask(cases.stream().map(Case::question).toList());
        List<String> expected = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            expected.add(cases.get(i).name() + ": " + canonical(cases.get(i).expected()));
            given.add(cases.get(i).name() + ": " + canonical(form.apply(answers.get(i))));
        }
        assertThat(given).isEqualTo(expected);
    }

    /** Keys in order, whole numbers as such: in Lua every number is a fraction. */
    private static String canonical(JsonNode tree) throws IOException {
        Object plain = new ObjectMapper().treeToValue(tree, Object.class);
        return new ObjectMapper()
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                .writeValueAsString(plain);
    }

    private static JsonNode sorted(JsonNode actions) {
        List<JsonNode> sorted = StreamSupport.stream(actions.spliterator(), false)
                .map(CustomizationsTest::shown)
                .sorted(Comparator.comparing(JsonNode::toString))
                .toList();
        return YAML.createArrayNode().addAll(sorted);
    }

    private static JsonNode shown(JsonNode action) {
        ObjectNode shown = YAML.createObjectNode();
        for (String field : List.of("name", "iconClass", "displayName")) {
            shown.put(field, action.path(field).asText());
        }
        return shown;
    }

    /** Output of an action in the form of answers: a file holds one object to be patched, or a list of operations. */
    private static JsonNode operations(JsonNode output) {
        var operations = YAML.createArrayNode();
        if (output.isArray()) {
            for (JsonNode operation : output) {
                ObjectNode made = operations.addObject();
                made.set("operation", operation.path("operation"));
                made.set("resource", operation.path("unstructuredObj"));
            }
        } else {
            operations.addObject().put("operation", "patch").set("resource", output);
        }
        return withoutTimes(operations);
    }

    private static JsonNode withoutTimes(JsonNode operations) {
        JsonNode copy = operations.deepCopy();
        for (JsonNode operation : copy) {
            if (operation.path("operation").asText().equals("create")) {
                ObjectNode metadata = (ObjectNode) operation.at("/resource/metadata");
                metadata.put("name", metadata.path("name").asText().replaceFirst(TIME, "-TIME"));
            }
        }
        return copy;
    }

    private static List<Path> named(String name) throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.endsWith(name)).sorted().toList();
        }
    }

    private static Path beside(Path file, JsonNode path) {
        return file.resolveSibling(path.asText());
    }

    private static JsonNode read(Path file) throws IOException {
        return YAML.readTree(Files.readString(file));
    }
}
