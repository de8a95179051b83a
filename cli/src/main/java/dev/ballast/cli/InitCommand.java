package dev.ballast.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ballast init}. */
@Command(
        name = "init",
        description = "Makes a policy repository: an example that compiles, workflows for CI, schemas for the editor.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ballast init backups/",
            "  ballast validate backups/policies",
            "  ballast init --ci github --from platform/ballast@v0.1.0 backups/",
            "  ballast init --ci gitlab --only-ci --from platform/ballast@v0.1.0"
        })
final class InitCommand implements Callable<Integer> {
    /** What is made, by path; each is a resource of the same name under {@code init/}. */
    private static final List<String> FILES = List.of(
            "README.md",
            "policies/environments/prod.yaml",
            "policies/stores/primary.yaml",
            "policies/classes/gold.yaml",
            "policies/apps/shop.yaml");

    private static final String GITHUB = "github/workflows/ballast.yml";
    private static final String GITLAB = "gitlab-ci.yml";
    /** It becomes part of a workflow, so nothing in it may mean anything to YAML or to an expression. */
    private static final Pattern FROM = Pattern.compile("(\\w[\\w.-]*(?:/\\w[\\w.-]*)+)@(\\w[\\w./-]*)");

    private final Console console;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            description = "Where to make it, the root of a Git repository (default: the current folder).")
    private Path folder = Path.of(".");

    @Option(
            names = "--ci",
            paramLabel = "FORGE",
            description = "Whose CI to write a workflow for: github, gitlab, both or none (default: both).")
    private String ci = "both";

    @Option(names = "--only-ci", description = "Write nothing but the workflow, for a repository that has policies.")
    private boolean onlyCi;

    @Option(
            names = "--from",
            paramLabel = "REPOSITORY@REVISION",
            description = "Where CI gets Ballast: a repository of the same forge and a commit or tag of it.")
    private @Nullable String from;

    InitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> workflows = workflows();
        if (from != null && !FROM.matcher(from).matches()) {
            throw new CannotRun(
                    "`--from` is a repository and a revision, as `platform/ballast@v0.1.0`, not `%s`".formatted(from));
        }
        Path target = console.folder().resolve(folder);
        List<String> names = Stream.concat(onlyCi ? Stream.of() : FILES.stream(), workflows.stream())
                .toList();
        List<Path> inTheWay = names.stream()
                .map(name -> target.resolve(placed(name)))
                .filter(Files::exists)
                .toList();
        if (!inTheWay.isEmpty()) {
            throw new CannotRun("`%s` exists; nothing was written".formatted(inTheWay.get(0)));
        }
        for (String name : names) {
            SafeFiles.write(target.resolve(placed(name)), workflows.contains(name) ? workflow(name) : read(name));
            console.out().println(placed(name));
        }
        if (!onlyCi) {
            new SchemaFiles(target.resolve(".ballast/schemas")).write();
            console.say("Next: ballast validate %s".formatted(folder.resolve("policies")));
        }
        if (from == null && !workflows.isEmpty()) {
            console.say("Before CI can run: put the repository of your Ballast in place of OWNER/ballast and REVISION");
        }
        return Exit.OK;
    }

    private List<String> workflows() {
        List<String> workflows = switch (ci) {
            case "github" -> List.of(GITHUB);
            case "gitlab" -> List.of(GITLAB);
            case "both" -> List.of(GITHUB, GITLAB);
            case "none" -> List.of();
            default -> throw new CannotRun("`--ci` is `github`, `gitlab`, `both` or `none`, not `%s`".formatted(ci));
        };
        if (onlyCi && workflows.isEmpty()) {
            throw new CannotRun("`--only-ci` with `--ci none` leaves nothing to write");
        }
        return workflows;
    }

    private String workflow(String name) {
        String text = read(name);
        if (from == null) {
            return text;
        }
        Matcher parts = FROM.matcher(from);
        return parts.matches()
                ? text.replace("OWNER/ballast", parts.group(1)).replace("REVISION", parts.group(2))
                : text;
    }

    /** Resources have no leading dots, so that no tool takes them for its own. */
    private static String placed(String name) {
        return name.equals(GITHUB) || name.equals(GITLAB) ? "." + name : name;
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
