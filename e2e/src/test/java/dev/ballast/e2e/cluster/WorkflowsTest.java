package dev.ballast.e2e.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What actionlint, and shellcheck through it, say of workflows. */
class WorkflowsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static Finished lint(List<Path> files) throws Exception {
        Tools tools = Tools.here();
        assumeTrue(tools.missingModules().isEmpty(), "actionlint comes from a Go module and `go` is not on the path");
        assumeTrue(
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "shellcheck"))),
                "needs shellcheck");
        List<String> words =
                new ArrayList<>(List.of(tools.actionlint().resolve("actionlint").toString(), "-no-color", "-oneline"));
        files.forEach(file -> words.add(file.toString()));
        return new Command(words, ROOT, Map.of(), Duration.ofMinutes(2)).run("");
    }

    @Test
    void nothingIsFoundInTheWorkflows() throws Exception {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> ours = Files.list(ROOT.resolve(".github/workflows"))) {
            ours.sorted().forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        files.add(ROOT.resolve("cli/src/main/resources/dev/ballast/cli/init/github/workflows/ballast.yml"));
        Finished linted = lint(files);
        assertThat(linted.stdout() + linted.stderr()).isEmpty();
        assertThat(linted.exit()).isZero();
    }

    @Test
    void somethingWouldBeFound(@TempDir Path folder) throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.yml"), """
                on: push
                jobs:
                  one:
                    runs-on: ubuntu-24.04
                    steps:
                      - run: echo $UNQUOTED ${{ github.event.pull_request.title }}
                """);
        Finished linted = lint(List.of(bad));
        assertThat(linted.exit()).isEqualTo(1);
        assertThat(linted.stdout()).contains("untrusted", "SC2086");
    }
}
