package dev.ballast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The Git repository that some paths are in. It is only read, and nothing is checked out. */
final class GitRepository implements AutoCloseable {
    private final Repository repository;
    private final Path root;

    private GitRepository(Repository repository, Path root) {
        this.repository = repository;
        this.root = root;
    }

    /**
     * A commit.
     *
     * @param id 40 hexadecimal digits
     * @param time when it was committed
     */
    record Commit(String id, Instant time) {
        /** Enough digits to tell it apart, in messages. */
        String abbreviated() {
            return id.substring(0, 10);
        }
    }

    /**
     * The repository around a path.
     *
     * @throws CannotRun when there is none, or when it cannot be read
     */
    static GitRepository around(Path path) {
        QuietSystem.install();
        Path root = root(path);
        try {
            Repository repository = new FileRepositoryBuilder()
                    .findGitDir(root.toFile())
                    .setWorkTree(root.toFile())
                    .setMustExist(true)
                    .build();
            return new GitRepository(repository, root);
        } catch (IOException e) {
            throw new CannotRun("the Git repository `%s` cannot be read: %s".formatted(root, Reasons.of(e)), e);
        }
    }

    private static Path root(Path path) {
        try {
            Path real = path.toRealPath();
            for (Path folder = real; folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve(".git"))) {
                    return folder;
                }
            }
        } catch (IOException e) {
            throw new CannotRun("`%s` cannot be read: %s".formatted(path, Reasons.of(e)), e);
        }
        throw new CannotRun(
                "`%s` is in no Git repository, so there is no revision to compare with; a folder is written `./DIR`"
                        .formatted(path));
    }

    /**
     * The commit that is checked out.
     *
     * @throws CannotRun when there is none yet
     */
    Commit head() {
        return commit(resolve("HEAD").orElseThrow(() -> new CannotRun("`%s` has no commit yet".formatted(root))));
    }

    /**
     * Where the branch that is checked out left another: the newest commit that it shares with a revision. For an ancestor of the head
     * that is the revision itself.
     *
     * @throws CannotRun when there is no such revision or no such commit here; the message says how to fetch it
     */
    Commit mergeBase(String revision) {
        ObjectId other = resolve(revision).orElseThrow(() -> absent(revision));
        ObjectId head = resolve("HEAD").orElseThrow(() -> new CannotRun("`%s` has no commit yet".formatted(root)));
        try (var walk = new RevWalk(repository)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(List.of(walk.parseCommit(head), walk.parseCommit(other)));
            RevCommit shared = walk.next();
            if (shared == null) {
                throw unrelated(revision);
            }
            return commit(shared.getId());
        } catch (MissingObjectException e) {
            throw new CannotRun(
                    "this clone lacks a commit between `HEAD` and `%s`; `git fetch --unshallow` brings it"
                            .formatted(revision),
                    e);
        } catch (IOException e) {
            throw new CannotRun("the Git repository `%s` cannot be read: %s".formatted(root, Reasons.of(e)), e);
        }
    }

    /** The files of a commit. */
    FileTree tree(Commit commit) {
        return new RevisionTree(repository, root, ObjectId.fromString(commit.id()), commit.abbreviated());
    }

    private Optional<ObjectId> resolve(String revision) {
        try {
            return Optional.ofNullable(repository.resolve(revision + "^{commit}"));
        } catch (MissingObjectException e) {
            return Optional.empty();
        } catch (RevisionSyntaxException | IOException e) {
            String reason = e.getMessage();
            throw new CannotRun("`%s` is not a revision: %s".formatted(revision, reason), e);
        }
    }

    private Commit commit(ObjectId id) {
        try (var walk = new RevWalk(repository)) {
            RevCommit commit = walk.parseCommit(id);
            return new Commit(id.name(), commit.getCommitterIdent().getWhenAsInstant());
        } catch (IOException e) {
            throw new CannotRun("the commit %s cannot be read: %s".formatted(id.name(), Reasons.of(e)), e);
        }
    }

    private CannotRun absent(String revision) {
        String remote = "origin/" + revision;
        if (resolve(remote).isPresent()) {
            return new CannotRun("there is no revision `%s` here; did you mean `%s`?".formatted(revision, remote));
        }
        String branch = revision.startsWith("origin/") ? revision.substring("origin/".length()) : revision;
        boolean counted = revision.contains("~") || revision.contains("^") || revision.contains("@");
        if (isShallow()) {
            return new CannotRun(
                    counted
                            ? "this clone is shallow and ends before `%s`; `git fetch --deepen=50` brings more"
                                    .formatted(revision)
                            : ("this clone is shallow and has no revision `%s`; `git fetch --unshallow origin "
                                            + "+refs/heads/%s:refs/remotes/origin/%s` brings it as `origin/%s` (GitHub Actions: `fetch-depth: 0`)")
                                    .formatted(revision, branch, branch, branch));
        }
        return new CannotRun(
                counted
                        ? "there is no revision `%s`".formatted(revision)
                        : "there is no revision `%s` here; `git fetch origin %s` may bring it, and a folder is written `./%s`"
                                .formatted(revision, branch, revision));
    }

    private CannotRun unrelated(String revision) {
        if (isShallow()) {
            return new CannotRun(
                    ("this clone is shallow and ends before `HEAD` and `%s` meet; `git fetch --unshallow` brings "
                                    + "the rest, `git fetch --deepen=50` perhaps enough (GitHub Actions: `fetch-depth: 0`)")
                            .formatted(revision));
        }
        return new CannotRun("`HEAD` and `%s` share no commit; compare with a folder made by `git worktree add` instead"
                .formatted(revision));
    }

    private boolean isShallow() {
        try {
            return !repository.getObjectDatabase().getShallowCommits().isEmpty();
        } catch (IOException e) {
            throw new CannotRun("the Git repository `%s` cannot be read: %s".formatted(root, Reasons.of(e)), e);
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
