package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the documentation shows as typed and answered was typed and answered; {@code -Dgolden.update=true} rewrites and still fails. */
class DocsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages =
                    docs.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(
                            Stream.of(
                                            "README.md",
                                            "ARCHITECTURE.md",
                                            "CONTRIBUTING.md",
                                            "examples/README.md",
                                            "helm/ballast/README.md")
                                    .map(ROOT::resolve),
                            pages.stream())
                    .map(ROOT::relativize)
                    .sorted();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsShownIsWhatHappens(Path page) throws IOException {
        Golden.check(page, new ShownCommands(ROOT).run(Files.readString(page)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(Path page) throws IOException {
        for (String target : ShownCommands.links(Files.readString(page))) {
            assertThat(ROOT.resolve(page).resolveSibling(target))
                    .as("a link in %s", page)
                    .exists();
        }
    }

    @Test
    void everyCommandHasItsHelpShown() throws IOException {
        String page = Files.readString(Path.of("docs/commands.md"));
        List<String> commands = List.copyOf(
                Ballast.commandLine(Typed.console(ROOT)).getSubcommands().keySet());
        assertThat(commands)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(page)
                        .contains("<!-- run: ballast %s -->"
                                .formatted(command.equals("help") ? "--help" : command + " --help")));
    }

    @Test
    void theReadmeShowsTheFirstCommand() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("./ballast compile examples/policies --environment prod", "mvn verify");
    }
}
