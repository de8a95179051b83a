package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final Instant FIRST = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-02T10:00:00Z");

    @TempDir
    private Path folder;

    private Path policies() {
        return folder.resolve("policies");
    }

    /** A repository with a week of backups on main and a fortnight on the branch that is checked out. */
    private GitFolder repository() throws IOException, GitAPIException {
        GitFolder git = GitFolder.init(folder);
        Policies.write(policies(), "prod");
        git.commit(FIRST);
        git.branch("topic");
        git.file("policies/shop.yaml", Policies.SHOP.replace("daily: 7", "daily: 14"));
        git.commit(SECOND);
        return git;
    }

    @Test
    void comparesWithARevision() throws Exception {
        repository().close();
        Typed plan = Typed.in(folder, "plan", policies(), "--base", "main");
        assertThat(plan.err()).isEmpty();
        assertThat(plan.exit()).isEqualTo(Exit.OK);
        assertThat(plan.out()).contains("7 → 14", "/spec/template/ttl: \"168h0m0s\" → \"336h0m0s\"");
    }

    @Test
    void theClockIsThatOfTheCommitSoThatTheSameCommitsGiveTheSameBytes() throws Exception {
        repository().close();
        assertThat(Typed.in(folder, "plan", policies(), "--base", "main").out()).contains("at " + SECOND);
        assertThat(Typed.in(folder, "plan", policies(), "--base", "main", "--at", "2027-01-01T00:00:00Z")
                        .out())
                .contains("at 2027-01-01T00:00:00Z");
        assertThat(Typed.in(folder, "plan", policies(), "--base", "HEAD~1").out())
                .contains("at " + SECOND)
                .contains("7 → 14");
    }

    @Test
    void whatHappenedOnTheOtherBranchSinceIsNotOurs() throws Exception {
        try (GitFolder git = repository()) {
            git.checkout("main");
            git.file("policies/wiki.yaml", Policies.SHOP.replace("shop", "wiki"));
            git.commit(SECOND);
            git.checkout("topic");
        }
        Typed plan = Typed.in(folder, "plan", policies(), "--base", "main", "-o", "json");
        JsonNode report = new ObjectMapper().readTree(plan.out());
        assertThat(report.at("/summary").toString()).isEqualTo("{\"added\":0,\"changed\":1,\"removed\":0,\"same\":0}");
    }

    @Test
    void neitherTheFilesNorTheRepositoryAreTouched() throws Exception {
        repository().close();
        var before = times(folder);
        assertThat(Typed.in(folder, "plan", policies(), "--base", "main").exit())
                .isEqualTo(Exit.OK);
        assertThat(times(folder)).isEqualTo(before);
    }

    @Test
    void changesAreAnExitCodeOnlyWhenAskedFor() throws Exception {
        repository().close();
        assertThat(Typed.in(folder, "plan", policies(), "--base", "main", "--exit-code")
                        .exit())
                .isEqualTo(Exit.CHANGES);
        assertThat(Typed.in(folder, "plan", policies(), "--base", "topic", "--exit-code")
                        .exit())
                .isEqualTo(Exit.OK);
    }

    @Test
    void aFolderIsWrittenAsOne() throws Exception {
        Path before = Policies.write(folder.resolve("before"), "prod");
        Path after = Policies.write(folder.resolve("after"), "prod");
        Policies.file(after, "wiki.yaml", Policies.SHOP.replace("shop", "wiki"));
        Typed plan = Typed.in(folder, "plan", after, "--base", before.toAbsolutePath());
        assertThat(plan.err()).isEmpty();
        assertThat(plan.out()).contains("+  wiki").contains("1 policy added, 1 unchanged.");
    }

    @Test
    void aSavedPlanIsABaseToo() throws Exception {
        Policies.write(policies(), "prod");
        Path saved = folder.resolve("saved.json");
        Path same = policies().toAbsolutePath();
        assertThat(Typed.in(folder, "plan", policies(), "--base", same, "--save", saved)
                        .exit())
                .isEqualTo(Exit.OK);
        Policies.file(policies(), "shop.yaml", Policies.SHOP.replace("daily: 7", "daily: 14"));
        Typed plan = Typed.in(folder, "plan", policies(), "--base", saved, "-e", "prod");
        assertThat(plan.err()).isEmpty();
        assertThat(plan.out()).contains("7 → 14");
    }

    @Test
    void anotherJsonIsNoSavedPlan() throws Exception {
        Policies.write(policies(), "prod");
        Path file = Policies.file(folder, "other.json", "{\"kind\": \"PlanReport\"}");
        Typed plan = Typed.in(folder, "plan", policies(), "--base", file);
        assertThat(plan.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(plan.err()).contains("is not a saved plan");
    }

    @Test
    void aNewFolderWasEmptyBefore() throws Exception {
        try (GitFolder git = GitFolder.init(folder)) {
            git.file("README.md", "Nothing yet.\n");
            git.commit(FIRST);
        }
        Policies.write(policies(), "prod");
        Typed plan = Typed.in(folder, "plan", policies(), "--base", "main");
        assertThat(plan.exit()).isEqualTo(Exit.OK);
        assertThat(plan.out()).contains("1 policy added, 0 unchanged.");
    }

    @Test
    void linksLeadToWhatTheCommitHasThere() throws Exception {
        try (GitFolder git = GitFolder.init(folder)) {
            Policies.write(folder.resolve("shared"), "prod");
            Files.createDirectories(policies());
            Files.createSymbolicLink(policies().resolve("all"), Path.of("../shared"));
            git.commit(FIRST);
            git.file("shared/shop.yaml", Policies.SHOP.replace("daily: 7", "daily: 9"));
        }
        Typed plan = Typed.in(folder, "plan", policies(), "--base", "HEAD");
        assertThat(plan.err()).isEmpty();
        assertThat(plan.out()).contains("7 → 9");
    }

    @Test
    void aLinkOutOfTheRepositoryIsNotFollowed() throws Exception {
        try (GitFolder git = GitFolder.init(folder.resolve("repository"))) {
            Policies.write(folder.resolve("outside"), "prod");
            Path inside = folder.resolve("repository/policies");
            Policies.write(inside, "dev");
            Files.createSymbolicLink(inside.resolve("more"), Path.of("../../outside/shop.yaml"));
            git.commit(FIRST);
        }
        Typed plan = Typed.in(folder, "plan", folder.resolve("repository/policies"), "--base", "main");
        assertThat(plan.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(plan.err()).contains("this is a link out of the repository", ":policies/more");
    }

    @Test
    void aBaseThatDoesNotCompileCountsAsFarAsItDoes() throws Exception {
        try (GitFolder git = GitFolder.init(folder)) {
            Policies.write(policies(), "prod");
            git.file("policies/wiki.yaml", Policies.SHOP.replace("shop", "wiki").replace("daily: 7", "dayly: 7"));
            git.commit(FIRST);
            git.file("policies/wiki.yaml", Policies.SHOP.replace("shop", "wiki"));
        }
        Typed plan = Typed.in(folder, "plan", policies(), "--base", "main");
        assertThat(plan.exit()).isEqualTo(Exit.OK);
        assertThat(plan.out()).contains("The base has", "1 policy added, 1 unchanged.");
    }

    @Test
    void invalidPoliciesAreFindings() throws Exception {
        try (GitFolder git = repository()) {
            git.file("policies/shop.yaml", Policies.SHOP.replace("daily: 7", "dayly: 7"));
        }
        Typed plan = Typed.in(folder, "plan", policies(), "--base", "main");
        assertThat(plan.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(plan.out()).isEmpty();
        assertThat(plan.err()).contains("dayly");
    }

    @Test
    void aLimitThatIsCrossedBlocks() throws Exception {
        try (GitFolder git = repository()) {
            git.file(
                    "policies/prod.yaml",
                    Policies.environment("prod").replace("spec: {", "spec: {limits: {methods: [file-system]}, "));
        }
        Typed plan = Typed.in(folder, "plan", policies(), "--base", "main", "-o", "json");
        assertThat(plan.exit()).isEqualTo(Exit.BLOCKED);
        JsonNode report = new ObjectMapper().readTree(plan.out());
        assertThat(report.path("decision").asText()).isEqualTo("blocked");
        assertThat(report.at("/crossings/0/rule").asText()).isEqualTo("limit.methods");
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        repository().close();
        assertThat(Typed.in(folder, "plan", policies(), "--base", "nowhere").err())
                .contains("there is no revision `nowhere`", "`git fetch origin nowhere`", "`./nowhere`");
        assertThat(Typed.in(folder, "plan", policies(), "--base", "./nowhere").err())
                .contains("the base `./nowhere` does not exist");
        assertThat(Typed.in(folder, "plan", policies(), "--base", "HEAD~7").err())
                .contains("there is no revision `HEAD~7`");
        assertThat(Typed.in(folder, "plan", policies(), "--base", "main", "-e", "moon")
                        .err())
                .contains("there is no environment `moon`");
        assertThat(Typed.in(folder, "plan", policies(), "--base", "main", "-o", "html")
                        .err())
                .contains("no output format `html`");
        assertThat(Typed.in(folder, "plan", "-", "--base", "main").err()).contains("standard input");
    }

    @Test
    void withoutARepositoryThereIsNoRevision() throws Exception {
        Policies.write(policies(), "prod");
        Typed plan = Typed.in(folder, "plan", policies(), "--base", "main");
        assertThat(plan.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(plan.err()).contains("is in no Git repository");
    }

    @Test
    void aShallowCloneSaysHowToGetMore() throws Exception {
        assumeTrue(GitFolder.isInstalled(), "git is not installed");
        Path origin = folder.resolve("origin");
        Files.createDirectories(origin);
        try (GitFolder git = GitFolder.init(origin)) {
            Policies.write(origin.resolve("policies"), "prod");
            git.commit(FIRST);
            git.branch("topic");
            git.file("policies/shop.yaml", Policies.SHOP.replace("daily: 7", "daily: 14"));
            git.commit(SECOND);
        }
        GitFolder.run(
                folder,
                "clone",
                "-q",
                "--depth=1",
                "--branch=topic",
                origin.toUri().toString(),
                "clone");
        Path clone = folder.resolve("clone");
        Typed plan = Typed.in(folder, "plan", clone.resolve("policies"), "--base", "origin/main");
        assertThat(plan.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(plan.err()).contains("this clone is shallow", "git fetch --unshallow origin", "fetch-depth: 0");
        assertThat(Typed.in(folder, "plan", clone.resolve("policies"), "--base", "HEAD~1")
                        .err())
                .contains("this clone is shallow and ends before `HEAD~1`", "git fetch --deepen=50");

        GitFolder.run(clone, "fetch", "-q", "--depth=1", "origin", "+refs/heads/main:refs/remotes/origin/main");
        assertThat(Typed.in(folder, "plan", clone.resolve("policies"), "--base", "origin/main")
                        .err())
                .contains("ends before `HEAD` and `origin/main` meet", "git fetch --unshallow");

        GitFolder.run(clone, "fetch", "-q", "--unshallow", "origin", "+refs/heads/main:refs/remotes/origin/main");
        Typed whole = Typed.in(folder, "plan", clone.resolve("policies"), "--base", "origin/main");
        assertThat(whole.err()).isEmpty();
        assertThat(whole.out()).contains("7 → 14");
    }

    @Test
    void aLinkedWorkTreeAndPackedObjectsAreReadToo() throws Exception {
        assumeTrue(GitFolder.isInstalled(), "git is not installed");
        repository().close();
        GitFolder.run(folder, "gc", "-q");
        GitFolder.run(folder, "worktree", "add", "-q", "linked", "--detach", "topic");
        Typed plan = Typed.in(folder, "plan", folder.resolve("linked/policies"), "--base", "main");
        assertThat(plan.err()).isEmpty();
        assertThat(plan.out()).contains("7 → 14");
    }

    /** Every file below a folder, with the time of its last change. */
    private static Map<String, String> times(Path folder) throws IOException {
        var times = new TreeMap<String, String>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                times.put(file.toString(), attributes.lastModifiedTime().toString());
                return FileVisitResult.CONTINUE;
            }
        });
        return times;
    }
}
