package dev.ballast.cli;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Files of a commit, straight from the object database. Paths are those of the disk; one that the commit does not have holds nothing,
 * since a folder may be new.
 */
final class RevisionTree implements FileTree {
    /** As deep as {@link FileFinder} goes; a link counts as a step, so that loops end. */
    private static final int DEEPEST = 64;

    private final Repository repository;
    private final Path root;
    private final ObjectId commit;
    private final String label;

    /**
     * A tree.
     *
     * @param label what findings say before the colon of {@code label:path}
     */
    RevisionTree(Repository repository, Path root, ObjectId commit, String label) {
        this.repository = repository;
        this.root = root;
        this.commit = commit;
        this.label = label;
    }

    @Override
    public Found find(List<Path> paths) {
        List<String> inside = paths.stream().map(this::inside).toList();
        try (var walk = new RevWalk(repository)) {
            var search = new Search(walk.parseCommit(commit).getTree().getId());
            for (String path : inside) {
                search.named(path);
            }
            return new Found(
                    search.files.entrySet().stream()
                            .map(e -> new FoundFile(name(e.getKey()), new Blob(repository, e.getValue())))
                            .toList(),
                    search.findings);
        } catch (IOException e) {
            throw new CannotRun(
                    "the commit %s cannot be read whole: %s; in a partial clone `git fetch --refetch` brings what is missing"
                            .formatted(label, Reasons.of(e)),
                    e);
        }
    }

    /** A path of the disk as Git writes it; empty for the root. */
    private String inside(Path path) {
        try {
            Path absolute = path.toAbsolutePath().normalize();
            Path parent = absolute.getParent();
            // The last step may be a link, and then it is the link that the commit has.
            Path real = parent == null || absolute.equals(root)
                    ? absolute.toRealPath()
                    : parent.toRealPath().resolve(absolute.getFileName());
            if (!real.startsWith(root)) {
                real = absolute.toRealPath();
            }
            if (!real.startsWith(root)) {
                throw new CannotRun("`%s` is not in the Git repository `%s`".formatted(path, root));
            }
            return root.relativize(real).toString().replace('\\', '/');
        } catch (IOException e) {
            throw new CannotRun("`%s` cannot be read: %s".formatted(path, Reasons.of(e)), e);
        }
    }

    private String name(String path) {
        return label + ":" + path;
    }

    private record Blob(Repository repository, ObjectId id) implements Content {
        @Override
        public long size() throws IOException {
            return repository.open(id).getSize();
        }

        @Override
        public byte[] bytes() throws IOException {
            return repository.open(id).getBytes();
        }
    }

    private final class Search {
        private final ObjectId tree;
        private final Map<String, ObjectId> files = new TreeMap<>();
        private final List<Diagnostic> findings = new ArrayList<>();

        Search(ObjectId tree) {
            this.tree = tree;
        }

        void named(String path) throws IOException {
            if (path.isEmpty()) {
                folder("", "", tree, 0);
                return;
            }
            try (TreeWalk found = TreeWalk.forPath(repository, path, tree)) {
                if (found != null) {
                    entry(path, path, found.getObjectId(0), found.getFileMode(0), true, 0);
                }
            }
        }

        private void folder(String path, String at, ObjectId id, int depth) throws IOException {
            try (var walk = new TreeWalk(repository)) {
                walk.addTree(id);
                while (walk.next()) {
                    String name = walk.getNameString();
                    entry(
                            below(path, name),
                            below(at, name),
                            walk.getObjectId(0),
                            walk.getFileMode(0),
                            false,
                            depth + 1);
                }
            }
        }

        private static String below(String folder, String name) {
            return folder.isEmpty() ? name : folder + "/" + name;
        }

        /**
         * Takes what stands at a path.
         *
         * @param path by which it is known; that of the link where one led here
         * @param at where it really is
         */
        private void entry(String path, String at, ObjectId id, FileMode mode, boolean named, int depth)
                throws IOException {
            String fileName = path.substring(path.lastIndexOf('/') + 1);
            if (depth > DEEPEST) {
                refuse(path, "source.loop", "this link leads back to a folder above it");
            } else if (FileMode.TREE.equals(mode)) {
                if (!FileFinder.isHidden(fileName)) {
                    folder(path, at, id, depth);
                }
            } else if (FileMode.SYMLINK.equals(mode)) {
                link(path, at, id, named, depth);
            } else if (FileMode.GITLINK.equals(mode)) {
                refuse(path, "source.unreadable", "this is a submodule, and its files are in another repository");
            } else if (named || FileFinder.isWanted(fileName)) {
                files.put(path, id);
            }
        }

        private void link(String path, String at, ObjectId id, boolean named, int depth) throws IOException {
            String target = new String(repository.open(id).getBytes(), StandardCharsets.UTF_8);
            String leadsTo = followed(at, target);
            if (leadsTo == null) {
                refuse(path, "source.unreadable", "this is a link out of the repository, to `%s`".formatted(target));
                return;
            }
            if (leadsTo.isEmpty()) {
                folder(path, "", tree, depth + 1);
                return;
            }
            try (TreeWalk found = TreeWalk.forPath(repository, leadsTo, tree)) {
                if (found == null) {
                    refuse(path, "source.unreadable", "this is a link to something that does not exist");
                } else {
                    entry(path, leadsTo, found.getObjectId(0), found.getFileMode(0), named, depth + 1);
                }
            }
        }

        /** Where a link leads, as a path in the repository; nothing when it leads out of it. */
        private @Nullable String followed(String at, String target) {
            if (target.startsWith("/")) {
                return null;
            }
            var steps = new ArrayList<>(List.of(at.split("/", -1)));
            steps.remove(steps.size() - 1);
            for (String step : target.split("/", -1)) {
                if (step.equals("..")) {
                    if (steps.isEmpty()) {
                        return null;
                    }
                    steps.remove(steps.size() - 1);
                } else if (!step.isEmpty() && !step.equals(".")) {
                    steps.add(step);
                }
            }
            return String.join("/", steps);
        }

        private void refuse(String path, String rule, String message) {
            findings.add(Diagnostic.error(rule, new Place.Whole(name(path)), message));
        }
    }
}
