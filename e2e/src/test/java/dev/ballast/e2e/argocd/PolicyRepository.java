package dev.ballast.e2e.argocd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;

/** A Git repository that Argo CD reads from the disk: what is committed is pushed. */
record PolicyRepository(Path folder) {
    /** An empty one with the branch {@code main}. */
    static PolicyRepository in(Path folder) throws IOException {
        try {
            Git.init()
                    .setDirectory(folder.toFile())
                    .setInitialBranch("main")
                    .call()
                    .close();
            return new PolicyRepository(folder);
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
    }

    String url() {
        return "file://" + folder;
    }

    void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void replace(String path, String old, String fresh) throws IOException {
        String text = Files.readString(folder.resolve(path));
        if (!text.contains(old)) {
            throw new IllegalArgumentException("there is no `" + old + "` in " + path);
        }
        write(path, text.replace(old, fresh));
    }

    void delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
    }

    /** Commits everything as it lies there, and answers with the revision. */
    String push(String message) throws IOException {
        try (Git git = Git.open(folder.toFile())) {
            git.add().addFilepattern(".").call();
            git.add().addFilepattern(".").setUpdate(true).call();
            RevCommit commit = git.commit()
                    .setSign(false)
                    .setAuthor("e2e", "e2e@example.com")
                    .setCommitter("e2e", "e2e@example.com")
                    .setMessage(message)
                    .call();
            return commit.name();
        } catch (GitAPIException e) {
            throw new IOException(e);
        }
    }
}
