package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes whose product is not at hand, against programs that write down how they were called and do as the real one would. */
class StubbedHooksTest {
    @TempDir
    private Path directory = Path.of("");

    private Path calls = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        calls = Files.createFile(directory.resolve("calls"));
        Files.createDirectory(directory.resolve("bin"));
        Files.createDirectory(directory.resolve("state"));
    }

    @Test
    void aFileSystemIsFrozenAndThawed() throws IOException {
        fsfreeze();
        run("filesystem-freeze", "pre", freeze("10m")).succeeded();
        assertThat(directory.resolve("frozen")).exists();
        run("filesystem-freeze", "post", freeze("10m")).succeeded();
        assertThat(directory.resolve("frozen")).doesNotExist();
        assertThat(calls).hasContent("fsfreeze [--freeze] [/it's data]\nfsfreeze [--unfreeze] [/it's data]");
        assertThat(directory.resolve("state")).isEmptyDirectory();
    }

    @Test
    void aFileSystemThatNobodyThawsIsThawedByTheTimerAndTheThawSaysSo() throws IOException {
        fsfreeze();
        run("filesystem-freeze", "pre", freeze("1s")).succeeded();
        Sh.await("the timer thaws", () -> Files.notExists(directory.resolve("frozen")));
        assertThat(directory.resolve("state")).isEmptyDirectory();
        var thaw = run("filesystem-freeze", "post", freeze("1s"));
        assertThat(thaw.code()).isEqualTo(1);
        assertThat(thaw.err()).contains("was thawed before this thaw, or never frozen");
    }

    @Test
    void aFreezeThatFailsLeavesNothingFrozen() throws IOException {
        stub("fsfreeze", "[ \"$1\" = --unfreeze ]");
        var pre = run("filesystem-freeze", "pre", freeze("10m"));
        assertThat(pre.code()).isEqualTo(1);
        assertThat(pre.err()).contains("cannot be frozen");
        assertThat(directory.resolve("state")).isEmptyDirectory();
    }

    @Test
    void aFreezeSlowerThanItsTimerIsUndone() throws IOException {
        stub("fsfreeze", "if [ \"$1\" = --freeze ]; then sleep 3; : >\"$WORK/frozen\"; else rm \"$WORK/frozen\"; fi");
        var pre = run("filesystem-freeze", "pre", freeze("1s"));
        assertThat(pre.code()).isEqualTo(1);
        assertThat(pre.err()).contains("took longer than 1 s to freeze");
        assertThat(directory.resolve("frozen")).doesNotExist();
    }

    @Test
    void mongodbIsLockedInOneSessionAndUnlockedByIt() throws IOException {
        mongosh("ballast-locked");
        run("mongodb-fsync-lock", "pre", freeze("10m")).succeeded();
        assertThat(directory.resolve("frozen")).exists();
        run("mongodb-fsync-lock", "post", freeze("10m")).succeeded();
        assertThat(directory.resolve("frozen")).doesNotExist();
        assertThat(calls)
                .content()
                .contains("[--host] [127.0.0.1] [--port] [27017] [--eval]")
                .doesNotContain("hidden");
        assertThat(directory.resolve("state")).isEmptyDirectory();
    }

    @Test
    void aMongodbSessionThatDiesIsMadeGood() throws IOException {
        mongosh("die");
        var pre = run("mongodb-fsync-lock", "pre", freeze("10m"));
        assertThat(pre.code()).isEqualTo(1);
        Sh.await("the lock is released", () -> Files.notExists(directory.resolve("frozen")));
        assertThat(run("mongodb-fsync-lock", "post", freeze("10m")).code()).isEqualTo(1);
    }

    @Test
    void aFlushSendsItsPasswordOnStandardInput() throws IOException {
        stub("curl", "cat >\"$WORK/config\"; echo '{\"_shards\":{\"total\":2,\"successful\":2,\"failed\":0}}'");
        run("opensearch-flush", "pre", Map.of("user", "a\"b", "passwordVariable", "SECRET"))
                .succeeded();
        assertThat(directory.resolve("config")).hasContent("user = \"a\\\"b:hidden\\\\\"");
        assertThat(calls)
                .content()
                .contains(
                        "[--cacert] [/usr/share/opensearch/config/root-ca.pem]",
                        "[https://localhost:9200/_all/_flush?wait_if_ongoing=true]")
                .doesNotContain("hidden");
    }

    @Test
    void aFlushOfSomeShardsOnlyFails() throws IOException {
        stub("curl", "cat >/dev/null; echo '{\"_shards\":{\"total\":2,\"successful\":1,\"failed\":1}}'");
        var run = run("elasticsearch-flush", "pre", Map.of());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("not every shard was flushed");
        stub("curl", "exit 22");
        assertThat(run("elasticsearch-flush", "pre", Map.of()).err()).contains("the flush was refused");
    }

    private void fsfreeze() throws IOException {
        stub("fsfreeze", "if [ \"$1\" = --freeze ]; then : >\"$WORK/frozen\"; else rm \"$WORK/frozen\"; fi");
    }

    /** A session that locks, then holds as the recipe's own program does, or dies; and one that only unlocks. */
    private void mongosh(String then) throws IOException {
        stub("mongosh", """
                case $* in
                  *'db.fsyncLock()'*) ;;
                  *) rm "$WORK/frozen"; exit ;;
                esac
                echo ballast-locking
                : >"$WORK/frozen"
                [ %1$s != die ] || exit 9
                echo %1$s
                while [ "$(cat "$BALLAST_TOKEN_FILE" 2>/dev/null)" = "$BALLAST_TOKEN" ]; do sleep 0.1; done
                rm "$WORK/frozen"
                echo ballast-unlocked
                """.formatted(then));
    }

    private void stub(String name, String body) throws IOException {
        Path file = directory.resolve("bin").resolve(name);
        Files.writeString(file, """
                #!/bin/sh
                { printf '%s' "${0##*/}"; printf ' [%%s]' "$@"; echo; } >>"$WORK/calls"
                """.replace("%%", "%") + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Map<String, String> freeze(String most) {
        return Map.of("stateDirectory", directory.resolve("state").toString(), "maxFreeze", most);
    }

    private Sh.Run run(String recipe, String phase, Map<String, String> params) {
        var all = new HashMap<>(params);
        if (recipe.equals("filesystem-freeze")) {
            all.put("mountPath", "/it's data");
        }
        var steps = Recipes.expand(Recipes.builtIn(recipe), all);
        var environment = Map.of(
                "PATH",
                directory.resolve("bin") + ":" + System.getenv("PATH"),
                "WORK",
                directory.toString(),
                "SECRET",
                "hidden\\");
        return Sh.step(directory, (phase.equals("pre") ? steps.pre() : steps.post()).get(0), environment);
    }
}
