package dev.ballast.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ballast.change.FleetState;
import dev.ballast.change.SavedPlan;
import dev.ballast.change.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code plan} compares with. The form of the word decides, never what happens to exist: with a leading dot or slash, a slash at the
 * end, or the ending {@code .json} it is a path, everything else is a Git revision.
 */
sealed interface PlanBase {
    /** Policies, to be compiled like the others. */
    record Policies(
            Inputs inputs, Side side, Side head, @Nullable Instant at) implements PlanBase {}

    /** What a saved plan came to, or nothing. */
    record Saved(FleetState fleet, Side side) implements PlanBase {}

    /**
     * Reads the base.
     *
     * @param base absent to compare with nothing
     * @param paths what the head was read from
     * @throws CannotRun when there is no such base
     */
    static PlanBase read(@Nullable String base, List<Path> paths) {
        if (base == null) {
            return new Saved(FleetState.EMPTY, new Side(Side.Kind.NOTHING, "nothing", null, 0));
        }
        if (!isPath(base)) {
            return revision(base, paths);
        }
        Path path = Path.of(base);
        if (!Files.exists(path)) {
            throw new CannotRun("the base `%s` does not exist".formatted(base));
        }
        if (base.endsWith(".json") && !Files.isDirectory(path)) {
            return saved(base, path);
        }
        Inputs inputs = Inputs.read(new DiskTree(), List.of(path));
        return new Policies(inputs, new Side(Side.Kind.FILES, base, null, 0), files(paths, null), null);
    }

    private static boolean isPath(String base) {
        return base.startsWith(".")
                || base.endsWith("/")
                || base.endsWith(".json")
                || Path.of(base).isAbsolute();
    }

    private static PlanBase revision(String revision, List<Path> paths) {
        if (paths.stream().anyMatch(Inputs::isStandardInput)) {
            throw new CannotRun("standard input is in no Git revision; name files and folders, or a `--base ./DIR`");
        }
        try (GitRepository git = GitRepository.around(paths.get(0))) {
            GitRepository.Commit head = git.head();
            GitRepository.Commit shared = git.mergeBase(revision);
            Inputs inputs = Inputs.read(git.tree(shared), paths);
            var side = new Side(Side.Kind.REVISION, revision, shared.id(), 0);
            return new Policies(inputs, side, files(paths, head.id()), head.time());
        }
    }

    /** The new side, as it lies on the disk. */
    static Side files(List<Path> paths, @Nullable String commit) {
        List<String> names =
                paths.stream().map(path -> path.toString().replace('\\', '/')).toList();
        return new Side(Side.Kind.FILES, String.join(" ", names), commit, 0);
    }

    private static PlanBase saved(String base, Path file) {
        try {
            FleetState fleet = SavedPlan.read(new JsonMapper().readTree(Files.readAllBytes(file)))
                    .orElseThrow(() -> new CannotRun(
                            "`%s` is not a saved plan; `ballast plan --save FILE` writes one".formatted(base)));
            return new Saved(fleet, new Side(Side.Kind.PLAN, base, null, 0));
        } catch (JsonProcessingException e) {
            JsonLocation where = e.getLocation();
            throw new CannotRun(
                    where == null
                            ? "`%s` is not JSON".formatted(base)
                            : "`%s` is not JSON from line %d, column %d on"
                                    .formatted(base, where.getLineNr(), where.getColumnNr()),
                    e);
        } catch (IOException e) {
            throw new CannotRun("`%s` cannot be read: %s".formatted(base, Reasons.of(e)), e);
        }
    }
}
