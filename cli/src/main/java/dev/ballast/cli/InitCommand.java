package dev.ballast.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ballast init}. */
@Command(
        name = "init",
        description = "Makes a policy repository: an example that compiles, workflows for CI, schemas for the editor.",
        footerHeading = "%nExamples:%n",
        footer = {"  ballast init backups/", "  ballast validate backups/policies"})
final class InitCommand implements Callable<Integer> {
    /** What is made, by path; each is a resource of the same name under {@code init/}. */
    private static final List<String> FILES = List.of(
            "README.md",
            "policies/environments/prod.yaml",
            "policies/stores/primary.yaml",
            "policies/classes/gold.yaml",
            "policies/apps/shop.yaml",
            "github/workflows/ballast.yml",
            "gitlab-ci.yml");

    private final Console console;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Where to make it (default: the current folder).")
    private Path folder = Path.of(".");

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path target = console.folder().resolve(folder);
        List<Path> inTheWay = FILES.stream()
                .map(name -> target.resolve(placed(name)))
                .filter(Files::exists)
                .toList();
        if (!inTheWay.isEmpty()) {
            throw new CannotRun("`%s` exists; nothing was written".formatted(inTheWay.get(0)));
        }
        for (String name : FILES) {
            SafeFiles.write(target.resolve(placed(name)), read(name));
            console.out().println(placed(name));
        }
        new SchemaFiles(target.resolve(".ballast/schemas")).write();
        console.say("Next: ballast validate %s".formatted(folder.resolve("policies")));
        return Exit.OK;
    }

    /** Resources have no leading dots, so that no tool takes them for its own. */
    private static String placed(String name) {
        return name.startsWith("github/") || name.startsWith("gitlab-ci") ? "." + name : name;
    }

    private static String read(String name) {
        try (InputStream in = InitCommand.class.getResourceAsStream("init/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource init/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
