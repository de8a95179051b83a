package dev.ballast.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second half of a comment for a fork: what it takes from the artifact, and what it refuses. */
class ForkCommentTest {
    private static final Path ACTION = Path.of("ci/github/comment/action.yml").toAbsolutePath();
    private static final String MARKER = "<!-- ballast:plan tag=default valid-at=2026-11-20T12:00:00Z -->\n";

    @TempDir
    private Path folder = Path.of("");

    private Forge forge;

    ForkCommentTest() throws IOException {
        forge = new Forge();
    }

    @BeforeEach
    void artifact() throws IOException {
        assumeTrue(Shell.has("jq") && Shell.has("curl"), "needs jq and curl");
        write("comment.md", MARKER + "The plan, @everyone\n");
        write("decision", "changes\n");
        write("number", "5\n");
        forge.hasPull(pull("mallory/backups", "c0ffee"));
    }

    @AfterEach
    void closed() {
        forge.close();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("artifact")).resolve(name), text);
    }

    private static String pull(String head, String sha) {
        return Forge.json(Map.of("head", Map.of("sha", sha, "repo", Map.of("full_name", head))));
    }

    private Steps.Ended run() throws IOException {
        Path event = Files.writeString(
                folder.resolve("event.json"),
                Forge.json(Map.of(
                        "workflow_run",
                        Map.of(
                                "event", "pull_request",
                                "head_sha", "c0ffee",
                                "html_url", "https://forge.example/acme/backups/actions/runs/42",
                                "head_repository", Map.of("full_name", "mallory/backups")))));
        return Steps.run(
                ACTION,
                folder,
                Map.of("folder", folder.resolve("artifact").toString()),
                Map.of(
                        "RUNNER_TEMP", folder.resolve("runner").toString(),
                        "GITHUB_REPOSITORY", "acme/backups",
                        "GITHUB_API_URL", forge.address(),
                        "GITHUB_EVENT_PATH", event.toString(),
                        "BALLAST_RETRY_SECONDS", "0"));
    }

    @Test
    void commentsOnThePullRequestOfTheRunAndCallsNobody() throws IOException {
        Steps.Ended ended = run();
        assertThat(ended.failed()).as(ended.log()).isFalse();
        assertThat(forge.writes()).containsExactly("POST /repos/acme/backups/issues/5/comments");
        assertThat(forge.bodies())
                .singleElement()
                .asString()
                .startsWith(MARKER + "The plan, @\u200beveryone\n")
                .endsWith("[a run of a fork](https://forge.example/acme/backups/actions/runs/42).</sub>\n");
        run();
        assertThat(forge.writes()).as("the same again changes nothing").hasSize(1);
    }

    private void isRefused(String why) throws IOException {
        Steps.Ended ended = run();
        assertThat(ended.failed()).isTrue();
        assertThat(ended.log()).contains("the artifact is refused: " + why);
        assertThat(forge.writes()).isEmpty();
    }

    @Test
    void anotherPullRequestIsNotWrittenTo() throws IOException {
        forge.hasPull(pull("victim/backups", "c0ffee"));
        isRefused("the number is of another pull request");
    }

    @Test
    void aPullRequestThatHasMovedOnIsLeftToItsNextRun() throws IOException {
        forge.hasPull(pull("mallory/backups", "decaf"));
        Steps.Ended ended = run();
        assertThat(ended.failed()).isFalse();
        assertThat(ended.read().commands()).singleElement().asString().startsWith("::notice");
        assertThat(forge.writes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "../6", "5/comments", "5\n6", "$(touch pwned)", "99999999999"})
    void aNumberIsANumber(String number) throws IOException {
        write("number", number);
        isRefused("");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no marker\n",
                "<!-- ballast:plan tag=other valid-at=2026-11-20T12:00:00Z -->\n",
                "<!-- ballast:plan tag=default valid-at=2999-11-20T12:00:00Z -->\n",
                "<!-- ballast:plan tag=default valid-at=9999-99-99T99:99:99Z -->\n",
                "<!-- ballast:plan tag=default valid-at=2026-11-20T12:00:00Z --> more\n"
            })
    void theMarkerIsOfThisTagAndOfThePast(String marker) throws IOException {
        write("comment.md", marker + "The plan\n");
        isRefused("the marker");
    }

    @Test
    void theCommentIsATextOfLimitedLength() throws IOException {
        write("comment.md", MARKER + "x".repeat(65_000));
        isRefused("the comment is too long");
        write("comment.md", MARKER + "x\0y");
        isRefused("the comment has NUL bytes");
        byte[] latin = (MARKER + "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("artifact/comment.md"), latin);
        isRefused("the comment is not UTF-8");
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), MARKER + "secret");
        Files.delete(folder.resolve("artifact/comment.md"));
        Files.createSymbolicLink(folder.resolve("artifact/comment.md"), secret);
        isRefused("`comment.md` is not a file");
    }

    @Test
    void theDecisionIsAWordThatIsKnown() throws IOException {
        write("decision", "fine");
        isRefused("the decision is none that is known");
    }
}
