package dev.ballast.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the job in templates/ballast.yml, for a merge request of a local repository. */
class GitlabComponentTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Pattern INPUT = Pattern.compile("\\$\\[\\[ inputs\\.([a-z-]+) ]]");
    private static final String NOTES = "/projects/12/merge_requests/5/notes";
    private static final String MARKER = "<!-- ballast:plan tag=default valid-at=%s -->\n";
    private static final String NOON = "2026-11-21T12:00:00Z";

    @TempDir
    private Path folder = Path.of("");

    private Forge forge;
    private PolicyRepository repository;
    private Path ballast;

    GitlabComponentTest() throws IOException {
        forge = new Forge();
    }

    @BeforeEach
    void repository() throws IOException {
        assumeTrue(Shell.has("git") && Shell.has("jq") && Shell.has("curl"), "needs git, jq and curl");
        repository = PolicyRepository.in(folder);
        ballast = Executables.canned(folder.resolve("program"));
        copyOfThisRepository();
    }

    @AfterEach
    void closed() {
        forge.close();
    }

    /** The job fetches its scripts; what it fetches here are the scripts as they are now. */
    private void copyOfThisRepository() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("source"));
        try (Stream<Path> files = Files.walk(ROOT.resolve("ci"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(ROOT.relativize(file).toString());
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(file, target);
            }
        }
        Shell.git(copy, "init", "--quiet", "--initial-branch=main");
        Shell.git(copy, "add", "--all");
        Shell.git(copy, "commit", "--quiet", "-m", "Begin");
    }

    private Map<String, String> mergeRequest(String created) {
        return new HashMap<>(Map.of(
                "CI_MERGE_REQUEST_IID",
                "5",
                "CI_MERGE_REQUEST_PROJECT_ID",
                "12",
                "CI_MERGE_REQUEST_DIFF_BASE_SHA",
                Shell.git(repository.folder(), "rev-parse", "origin/main"),
                "BALLAST_GITLAB_TOKEN",
                Forge.TOKEN,
                "CI_PIPELINE_CREATED_AT",
                created));
    }

    private Shell run(Map<String, String> inputs, Map<String, String> variables) throws IOException {
        Map<String, String> given = new HashMap<>(Map.of(
                "source", folder.resolve("source").toString(), "version", "main", "ballast", ballast.toString()));
        given.putAll(inputs);
        List<JsonNode> documents = new YAMLMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(ROOT.resolve("templates/ballast.yml").toFile())
                .readAll();
        documents.get(0).at("/spec/inputs").properties().forEach(input -> {
            if (input.getValue().has("default")) {
                given.putIfAbsent(
                        input.getKey(), input.getValue().path("default").asText());
            }
        });
        JsonNode job = documents.get(1).iterator().next();
        Map<String, String> environment = new HashMap<>(Map.of(
                "CI_API_V4_URL", forge.address(),
                "CI_PROJECT_DIR", repository.folder().toString(),
                "CI_JOB_URL", "https://forge.example/jobs/42",
                "TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString(),
                "BALLAST_RETRY_SECONDS", "0"));
        environment.putAll(variables);
        job.path("variables").properties().forEach(variable -> {
            JsonNode value = variable.getValue();
            environment.put(variable.getKey(), filled(value.isObject() ? value.path("value") : value, given));
        });
        List<String> lines = new ArrayList<>();
        lines.add("set -eo pipefail");
        job.path("before_script").forEach(line -> lines.add(line.asText()));
        job.path("script").forEach(line -> lines.add(line.asText()));
        return Shell.run(repository.folder(), environment, List.of("bash", "-c", String.join("\n", lines)));
    }

    private static String filled(JsonNode text, Map<String, String> inputs) {
        return INPUT.matcher(text.asText()).replaceAll(found -> {
            String value = inputs.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("no input " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }

    @Test
    void makesOneNoteAndKeepsItUpToDate() throws IOException {
        Shell first = run(Map.of(), mergeRequest(NOON));
        assertThat(first.exit()).as(first.out()).isZero();
        assertThat(forge.writes()).containsExactly("POST " + NOTES);
        assertThat(forge.bodies()).containsExactly(MARKER.formatted(NOON) + "The plan: changes\n");
        assertThat(repository.folder().resolve("ballast-plan.md")).content().contains("The plan: changes");
        assertThat(repository.folder().resolve("ballast-plan.json")).content().contains("changes");
        Executables.plans(ballast.resolveSibling(""), "none", 0);
        run(Map.of(), mergeRequest("2026-11-21T13:00:01+01:00"));
        assertThat(forge.writes()).containsExactly("POST " + NOTES, "PUT " + NOTES + "/100");
        assertThat(forge.bodies()).containsExactly(MARKER.formatted("2026-11-21T12:00:01Z") + "The plan: none\n");
    }

    @Test
    void neverOverwritesANewerNoteNorOneOfSomeoneElse() throws IOException {
        forge.has("mallory", MARKER.formatted("2026-01-01T00:00:00Z") + "not ours");
        forge.has(Forge.BOT, MARKER.formatted("2026-11-21T12:00:01Z") + "newer");
        assertThat(run(Map.of(), mergeRequest(NOON)).out()).contains("a newer plan is shown there already");
        assertThat(forge.writes()).isEmpty();
        run(Map.of(), mergeRequest("2026-11-21T12:00:02Z"));
        assertThat(forge.writes()).containsExactly("PUT " + NOTES + "/101");
    }

    @Test
    void plansAgainstWhereTheMergeRequestBranchedOff() throws IOException {
        run(Map.of("paths", "policies\nmore policies", "environment", "prod"), mergeRequest(NOON));
        assertThat(Files.readAllLines(ballast.resolveSibling("plan.arguments")))
                .startsWith(
                        "plan",
                        "--base",
                        Shell.git(repository.folder(), "rev-parse", "origin/main"),
                        "--tag",
                        "default",
                        "--environment",
                        "prod")
                .endsWith("--", "policies", "more policies");
    }

    @Test
    void aPipelineOfAForkHasNoTokenAndWritesNoNote() throws IOException {
        Map<String, String> fork = mergeRequest(NOON);
        fork.remove("BALLAST_GITLAB_TOKEN");
        Shell ran = run(Map.of(), fork);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("no note is written");
        assertThat(forge.asked()).isZero();
    }

    @Test
    void aBlockedPlanIsShownAndThenFails() throws IOException {
        Executables.plans(ballast.resolveSibling(""), "blocked", 3);
        assertThat(run(Map.of(), mergeRequest(NOON)).exit()).isEqualTo(3);
        assertThat(forge.bodies()).singleElement().asString().contains("The plan: blocked");
    }

    @Test
    void aTokenThatMayNotWriteFailsTheJobAndIsNotShown() throws IOException {
        forge.refuses(403);
        Shell ran = run(Map.of(), mergeRequest(NOON));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).contains("role Reporter").doesNotContain(Forge.TOKEN);
    }

    @Test
    void aBranchIsCheckedAndNotPlanned() throws IOException {
        Shell ran = run(Map.of(), Map.of());
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("there is no base to plan against");
        assertThat(repository.folder().resolve("ballast-plan.md")).doesNotExist();
    }

    @Test
    void findingsBecomeACodeQualityReportAndHostileNamesStayNames() throws IOException {
        ballast = Executables.real(folder);
        repository.write("policies/$(touch pwned)`touch pwned`.yaml", PolicyRepository.shop("12h"));
        Shell ran = run(
                Map.of("paths", "policies/$(touch pwned)`touch pwned`.yaml\npolicies/store.yaml"), mergeRequest(NOON));
        assertThat(ran.exit()).as(ran.out()).isEqualTo(1);
        JsonNode report = new YAMLMapper()
                .readTree(repository
                        .folder()
                        .resolve("gl-code-quality-report.json")
                        .toFile());
        assertThat(report)
                .singleElement()
                .satisfies(finding -> assertThat(finding.at("/location/path").asText())
                        .isEqualTo("policies/$(touch pwned)`touch pwned`.yaml"));
        assertThat(repository.folder().resolve("pwned")).doesNotExist();
        assertThat(forge.bodies()).singleElement().asString().contains("There is no plan");
    }
}
