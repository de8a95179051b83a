package dev.ballast.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** A small Git repository on disk. */
final class GitFolder implements AutoCloseable {
    private final Git git;
    private final Path folder;

    private GitFolder(Git git, Path folder) {
        this.git = git;
        this.folder = folder;
    }

    static GitFolder init(Path folder) throws GitAPIException {
        QuietSystem.install();
        return new GitFolder(
                Git.init()
                        .setDirectory(folder.toFile())
                        .setInitialBranch("main")
                        .call(),
                folder);
    }

    /** Commits everything there is. */
    String commit(Instant at) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        var who = new PersonIdent("Ada", "ada@example.org", at, ZoneOffset.UTC);
        return git.commit()
                .setMessage("A change")
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .call()
                .name();
    }

    void branch(String name) throws GitAPIException {
        git.checkout().setCreateBranch(true).setName(name).call();
    }

    void checkout(String name) throws GitAPIException {
        git.checkout().setName(name).call();
    }

    Path file(String name, String text) throws IOException {
        return Policies.file(folder, name, text);
    }

    @Override
    public void close() {
        git.close();
    }

    /** Whether the {@code git} program can be had. */
    static boolean isInstalled() {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** Runs the {@code git} program, without anybody's configuration. */
    static String run(Path folder, String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "protocol.file.allow=always"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", words) + ": " + said);
        }
        return said;
    }
}
