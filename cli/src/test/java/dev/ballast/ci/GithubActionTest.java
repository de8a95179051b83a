package dev.ballast.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of action.yml, in order, for a pull request of a local repository. */
class GithubActionTest {
    private static final Path ACTION = Path.of("action.yml").toAbsolutePath();
    private static final String MARKER = "<!-- ballast:plan tag=%s valid-at=%s -->\n";
    private static final String NOON = "2026-11-21T12:00:00Z";
    private static final String COMMENTS = "/repos/acme/backups/issues/5/comments";

    @TempDir
    private Path folder = Path.of("");

    private Forge forge;
    private PolicyRepository repository;
    private Path ballast;

    GithubActionTest() throws IOException {
        forge = new Forge();
    }

    @BeforeEach
    void repository() throws IOException {
        assumeTrue(Shell.has("git") && Shell.has("jq") && Shell.has("curl"), "needs git, jq and curl");
        repository = PolicyRepository.in(folder);
        ballast = Executables.canned(folder.resolve("program"));
    }

    @AfterEach
    void closed() {
        forge.close();
    }

    private Steps.Ended run(Map<String, String> inputs, String updated) throws IOException {
        return run(inputs, updated, "acme/backups");
    }

    private Steps.Ended run(Map<String, String> inputs, String updated, String head) throws IOException {
        Path event = folder.resolve("event.json");
        Files.writeString(
                event,
                Forge.json(Map.of(
                        "pull_request",
                        Map.of(
                                "number",
                                5,
                                "updated_at",
                                updated,
                                "head",
                                Map.of("repo", Map.of("full_name", head)),
                                "base",
                                Map.of("repo", Map.of("full_name", "acme/backups"))))));
        Map<String, String> environment = new HashMap<>(job());
        environment.put("GITHUB_BASE_REF", "main");
        environment.put("GITHUB_EVENT_PATH", event.toString());
        return with(inputs, environment);
    }

    private Steps.Ended with(Map<String, String> inputs, Map<String, String> environment) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("ballast", ballast.toString()));
        all.putAll(inputs);
        return Steps.run(ACTION, repository.folder(), all, environment);
    }

    private Map<String, String> job() throws IOException {
        Path temp = Files.createDirectories(folder.resolve("runner"));
        return Map.of(
                "RUNNER_TEMP", temp.toString(),
                "GITHUB_REPOSITORY", "acme/backups",
                "GITHUB_API_URL", forge.address(),
                "GITHUB_SERVER_URL", "https://forge.example",
                "GITHUB_RUN_ID", "42",
                "BALLAST_RETRY_SECONDS", "0");
    }

    @Test
    void makesOneCommentAndKeepsItUpToDate() throws IOException {
        Steps.Ended first = run(Map.of(), NOON);
        assertThat(first.failed()).as(first.log()).isFalse();
        assertThat(forge.writes()).containsExactly("POST " + COMMENTS);
        assertThat(forge.bodies()).containsExactly(MARKER.formatted("default", NOON) + "The plan: changes\n");
        assertThat(first.outputs()).containsEntry("decision", "changes").containsEntry("exit-code", "0");
        assertThat(first.summary()).contains("The plan: changes").doesNotContain("<!-- ballast:plan");

        run(Map.of(), NOON);
        assertThat(forge.writes()).as("the same again changes nothing").hasSize(1);

        Executables.plans(ballast.resolveSibling(""), "none", 0);
        run(Map.of(), "2026-11-21T12:00:01Z");
        assertThat(forge.writes()).containsExactly("POST " + COMMENTS, "PATCH /repos/acme/backups/issues/comments/100");
        assertThat(forge.bodies())
                .containsExactly(MARKER.formatted("default", "2026-11-21T12:00:01Z") + "The plan: none\n");
    }

    @Test
    void plansAgainstTheBaseBranchWithTheInputs() throws IOException {
        run(Map.of("paths", "policies\n\nmore policies\n", "environment", "prod", "inventory", "backups.json"), NOON);
        assertThat(Files.readAllLines(ballast.resolveSibling("plan.arguments")))
                .startsWith(
                        "plan",
                        "--base",
                        "origin/main",
                        "--tag",
                        "default",
                        "--environment",
                        "prod",
                        "--inventory",
                        "backups.json")
                .endsWith("--", "policies", "more policies");
        assertThat(Files.readAllLines(ballast.resolveSibling("validate.arguments")))
                .startsWith("validate", "--environment", "prod", "--fail-on", "error");
    }

    @Test
    void neverOverwritesANewerPlan() throws IOException {
        forge.has(Forge.BOT, MARKER.formatted("default", "2026-11-21T12:00:01Z") + "newer");
        Steps.Ended ended = run(Map.of(), NOON);
        assertThat(ended.failed()).isFalse();
        assertThat(ended.log()).contains("a newer plan is shown there already");
        assertThat(forge.writes()).isEmpty();
    }

    @Test
    void aMarkerOfTheFutureDoesNotStopUpdates() throws IOException {
        forge.has(Forge.BOT, MARKER.formatted("default", "2999-01-01T00:00:00Z") + "forged");
        run(Map.of(), NOON);
        assertThat(forge.writes()).containsExactly("PATCH /repos/acme/backups/issues/comments/100");
    }

    @Test
    void leavesCommentsOfOthersAndOfOtherTagsAlone() throws IOException {
        String mine = MARKER.formatted("default", "2026-01-01T00:00:00Z") + "not the bot's";
        String other = MARKER.formatted("edge", "2026-01-01T00:00:00Z") + "another tag";
        String quoted = "> " + MARKER.formatted("default", "2026-01-01T00:00:00Z");
        forge.has("mallory", mine);
        forge.has(Forge.BOT, other);
        forge.has(Forge.BOT, quoted);
        run(Map.of(), NOON);
        assertThat(forge.writes()).containsExactly("POST " + COMMENTS);
        assertThat(forge.bodies()).startsWith(mine, other, quoted).hasSize(4);
        run(Map.of("tag", "edge"), NOON);
        assertThat(forge.writes()).endsWith("PATCH /repos/acme/backups/issues/comments/101");
    }

    @Test
    void findsItsCommentAmongHundreds() throws IOException {
        IntStream.range(0, 230).forEach(i -> forge.has("chatter", "comment " + i));
        forge.has(Forge.BOT, MARKER.formatted("default", "2026-01-01T00:00:00Z") + "old");
        run(Map.of(), NOON);
        assertThat(forge.writes()).containsExactly("PATCH /repos/acme/backups/issues/comments/330");
    }

    @Test
    void triesAgainWhenTheForgeIsBusyAndSaysSoWhenItStaysSo() throws IOException {
        forge.refuses(502, 429);
        assertThat(run(Map.of(), NOON).failed()).isFalse();
        assertThat(forge.writes()).hasSize(1);
        forge.refuses(503, 503, 503, 503);
        Steps.Ended ended = run(Map.of(), "2026-11-21T13:00:00Z");
        assertThat(ended.failed()).isTrue();
        assertThat(ended.log()).contains("the comment could not be written");
        assertThat(ended.outputs()).as("not 0, although the plan was fine").containsEntry("exit-code", "2");
    }

    @Test
    void aTokenThatMayNotCommentIsAWarning() throws IOException {
        forge.refuses(403);
        Steps.Ended ended = run(Map.of(), NOON);
        assertThat(ended.failed()).isFalse();
        assertThat(ended.read().commands())
                .singleElement()
                .asString()
                .startsWith("::warning")
                .contains("pull-requests: write");
    }

    @Test
    void aCommentThatIsRefusedFailsAtOnce() throws IOException {
        forge.refuses(422);
        assertThat(run(Map.of(), NOON).failed()).isTrue();
        assertThat(forge.asked()).isEqualTo(1);
    }

    @Test
    void commentsCanBeNewEachTimeOrOff() throws IOException {
        assertThat(run(Map.of("comment", "off"), NOON).outputs()).containsEntry("decision", "changes");
        assertThat(forge.asked()).isZero();
        run(Map.of("comment", "new"), NOON);
        run(Map.of("comment", "new"), "2026-11-21T12:00:01Z");
        assertThat(forge.writes()).containsExactly("POST " + COMMENTS, "POST " + COMMENTS);
        assertThat(run(Map.of("comment", "maybe"), NOON).failed()).isTrue();
    }

    @Test
    void withoutChangesNoCommentIsMadeButOneThatIsThereIsUpdated() throws IOException {
        Executables.plans(ballast.resolveSibling(""), "none", 0);
        run(Map.of("skip-no-changes", "true"), NOON);
        assertThat(forge.writes()).isEmpty();
        forge.has(Forge.BOT, MARKER.formatted("default", "2026-01-01T00:00:00Z") + "old");
        run(Map.of("skip-no-changes", "true"), NOON);
        assertThat(forge.writes()).hasSize(1);
    }

    @Test
    void aBlockedPlanIsShownAndThenFails() throws IOException {
        Executables.plans(ballast.resolveSibling(""), "blocked", 3);
        Steps.Ended ended = run(Map.of(), NOON);
        assertThat(ended.failed()).isTrue();
        assertThat(ended.outputs()).containsEntry("exit-code", "3").containsEntry("decision", "blocked");
        assertThat(forge.bodies()).singleElement().asString().contains("The plan: blocked");
        assertThat(ended.read().commands())
                .contains("::error title=ballast::The plan is blocked by a budget or a limit.");
    }

    @Test
    void aPlanThatCannotBeMadeReplacesTheOldOne() throws IOException {
        forge.has(Forge.BOT, MARKER.formatted("default", "2026-01-01T00:00:00Z") + "all is well");
        Executables.plans(ballast.resolveSibling(""), "changes", 2);
        Steps.Ended ended = run(Map.of(), NOON);
        assertThat(ended.failed()).isTrue();
        assertThat(ended.outputs()).containsEntry("exit-code", "2").containsEntry("decision", "failed");
        assertThat(forge.bodies())
                .singleElement()
                .asString()
                .contains("There is no plan", "https://forge.example/acme/backups/actions/runs/42");
    }

    @Test
    void aRunOfAForkLeavesTheCommentToAnotherWorkflow() throws IOException {
        Steps.Ended ended = run(Map.of(), NOON, "mallory/backups");
        assertThat(ended.failed()).isFalse();
        assertThat(forge.asked()).isZero();
        assertThat(ended.read().commands())
                .singleElement()
                .asString()
                .startsWith("::notice")
                .contains("fork");
        Path artifact = Path.of(ended.outputs().get("comment-folder"));
        try (var files = Files.list(artifact)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("comment.md", "decision", "number");
        }
        assertThat(artifact.resolve("number")).hasContent("5");
    }

    @Test
    void aPushIsCheckedAndNotPlanned() throws IOException {
        Path event = Files.writeString(folder.resolve("push.json"), "{\"ref\": \"refs/heads/main\"}");
        Map<String, String> environment = new HashMap<>(job());
        environment.put("GITHUB_EVENT_PATH", event.toString());
        Steps.Ended ended = with(Map.of(), environment);
        assertThat(ended.failed()).as(ended.log()).isFalse();
        assertThat(ended.outputs()).containsOnlyKeys("exit-code", "sarif-file");
        assertThat(forge.asked()).isZero();
        Steps.Ended against = with(Map.of("base", "HEAD~1"), environment);
        assertThat(against.outputs())
                .as("an explicit base is planned against anywhere")
                .containsEntry("decision", "changes");
        assertThat(forge.asked()).isZero();
    }

    @Test
    void theTokenIsShownNowhereAndKeptNowhere() throws IOException {
        Steps.Ended ended = run(Map.of(), NOON);
        assertThat(ended.log() + ended.summary()).doesNotContain(Forge.TOKEN);
        try (var files = Files.walk(folder.resolve("runner"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(Forge.TOKEN));
        }
    }

    @Test
    void aTagMayNotLeadOutOfItsFolder() throws IOException {
        for (String tag : List.of("..", "a/b", "", "a b", "-->", "x\ny")) {
            Steps.Ended ended = run(Map.of("tag", tag), NOON);
            assertThat(ended.failed()).as(tag).isTrue();
            assertThat(ended.outputs()).containsEntry("exit-code", "2");
        }
        assertThat(forge.asked()).isZero();
    }

    @Test
    void findingsBecomeAnnotationsAndSarif() throws IOException {
        ballast = Executables.real(folder);
        repository.write("policies/shop.yaml", PolicyRepository.shop("12h"));
        Steps.Ended ended = run(Map.of("comment", "off"), NOON);
        assertThat(ended.failed()).isTrue();
        assertThat(ended.outputs()).containsEntry("exit-code", "1");
        assertThat(ended.read().commands())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("::error file=policies/shop.yaml,line=6,col=17,")
                        .contains("retention.shorter-than-interval"));
        assertThat(Path.of(ended.outputs().get("sarif-file"))).content().contains("\"2.1.0\"", "policies/shop.yaml");
        assertThat(ended.summary()).contains("daily backups live");
    }

    @Test
    void nothingInAPolicyCommandsTheRunnerOrTheShell() throws IOException {
        ballast = Executables.real(folder);
        String hostile = "apiVersion: ballast.dev/v1alpha1\nkind: \"%s\"\nmetadata: {name: a}\n";
        String words = "::error::`touch pwned`$(touch pwned)%0A::warning::x</pre><script>\\n::error::pwned";
        repository.write("policies/$(touch pwned)`touch pwned`.yaml", hostile.formatted(words));
        repository.write("policies/::error::pwned%0A::set-env name=A::b.yaml", hostile.formatted(words));
        repository.write("policies/a\n::error::pwned.yaml", hostile.formatted(words));
        repository.write("policies/b.yaml", hostile.formatted("BackupPolicy") + "\"" + words + "\": 1\n");
        repository.commit("$(touch pwned) ::error::pwned");
        Steps.Ended ended = run(Map.of(), NOON);
        assertThat(ended.outputs()).as(ended.log()).containsEntry("exit-code", "1");
        assertThat(ended.read().commands())
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line)
                        .matches(
                                "::(error|warning|notice) (file=[^:,]+,line=\\d+,[^:]*|file=[^:,]+,)?title=[a-z.-]+::.*")
                        .doesNotStartWith("::error::pwned"));
        assertThat(ended.summary()).doesNotContain("<script>");
        try (var files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .doesNotContain("pwned");
        }
    }

    @Test
    void theRealPlanIsTheComment() throws IOException {
        ballast = Executables.real(folder);
        Steps.Ended ended = run(Map.of(), NOON);
        assertThat(ended.failed()).as(ended.log()).isFalse();
        assertThat(ended.outputs()).containsEntry("decision", "changes").containsEntry("exit-code", "0");
        assertThat(forge.bodies())
                .singleElement()
                .asString()
                .startsWith(MARKER.formatted("default", NOON))
                .contains("shop")
                .containsOnlyOnce("<!-- ballast:plan");
        repository.write("policies/shop.yaml", PolicyRepository.shop("7"));
        repository.commit("Keep one week again");
        assertThat(run(Map.of(), "2026-11-21T12:30:00Z").outputs()).containsEntry("decision", "none");
        assertThat(forge.writes()).hasSize(2);
        Steps.Ended missing = run(Map.of("base", "nowhere"), "2026-11-21T13:00:00Z");
        assertThat(missing.outputs()).containsEntry("exit-code", "2").containsEntry("decision", "failed");
        assertThat(forge.bodies()).singleElement().asString().contains("There is no plan");
    }

    @Test
    void aLimitThatIsCrossedBlocks() throws IOException {
        ballast = Executables.real(folder);
        repository.write("policies/prod.yaml", """
                apiVersion: ballast.dev/v1alpha1
                kind: Environment
                metadata: {name: prod}
                spec:
                  velero: {version: "1.18.3", csi: true, nodeAgent: true}
                  limits: {lookback: 30d}
                """);
        repository.commit("Demand a month");
        Steps.Ended ended = run(Map.of("environment", "prod"), NOON);
        assertThat(ended.outputs())
                .as(ended.log())
                .containsEntry("exit-code", "3")
                .containsEntry("decision", "blocked");
        assertThat(ended.failed()).isTrue();
        assertThat(forge.bodies()).hasSize(1);
    }
}
