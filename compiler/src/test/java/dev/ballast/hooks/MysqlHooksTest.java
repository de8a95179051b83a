package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The MySQL and MariaDB recipes, against a real MariaDB server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MysqlHooksTest {
    private Path directory = Path.of("");

    private @Nullable Server server;
    private final String port = Integer.toString(Server.freePort());
    private Path state = Path.of("");

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        String install = Server.program("mariadb-install-db", "mariadb-server");
        String mariadbd = Server.program("mariadbd", "mariadb-server");
        String user = "--user=" + System.getProperty("user.name");
        String data = "--datadir=" + directory.resolve("data");
        Sh.run(List.of(install, "--no-defaults", user, data, "--auth-root-authentication-method=normal"), Map.of())
                .succeeded();
        server = Server.start(
                directory.resolve("log"),
                List.of(
                        mariadbd,
                        "--no-defaults",
                        user,
                        data,
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=" + directory.resolve("socket"),
                        "--pid-file=" + directory.resolve("pid")));
        Sh.await("MariaDB answers", () -> sql("", "SELECT 1").code() == 0);
        sql(
                        "",
                        "CREATE DATABASE `it's a shop`; CREATE TABLE `it's a shop`.book (title text);"
                                + " INSERT INTO `it's a shop`.book VALUES ('Moby-Dick');"
                                + " CREATE USER hook@'127.0.0.1' IDENTIFIED BY 'pa ss''\"\\\\'; GRANT ALL ON *.* TO hook@'127.0.0.1'")
                .succeeded();
    }

    @BeforeEach
    void newState() throws IOException {
        state = Files.createTempDirectory(directory, "it's state");
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void dumpsHoldTheirDatabases() {
        for (String recipe : List.of("mysql-dump", "mariadb-dump")) {
            for (String database : List.of("", "it's a shop")) {
                Path file = state.resolve(recipe + database.length());
                run(
                                recipe,
                                "pre",
                                Map.of(
                                        "directory",
                                        state.toString(),
                                        "file",
                                        file.getFileName().toString(),
                                        "database",
                                        database))
                        .succeeded();
                assertThat(file).content().contains("Moby-Dick", "CREATE DATABASE");
            }
        }
        assertThat(state).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void aDumpThatFailsLeavesNothing() {
        var run = run("mariadb-dump", "pre", Map.of("directory", state.toString(), "database", "-no such database"));
        assertThat(run.code()).isNotZero();
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void tablesStandStillUntilTheThaw() {
        run("mysql-flush-tables", "pre", freeze("10m")).succeeded();
        assertThat(insert().err()).contains("Lock wait timeout");
        run("mysql-flush-tables", "post", freeze("10m")).succeeded();
        insert().succeeded();
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aLockThatNobodyReleasesEndsByItselfAndTheThawSaysSo() {
        run("mysql-flush-tables", "pre", freeze("1s")).succeeded();
        Sh.await("the lock ends", () -> insert().code() == 0);
        var thaw = run("mysql-flush-tables", "post", freeze("1s"));
        assertThat(thaw.code()).isEqualTo(1);
        assertThat(thaw.err()).contains("the lock ended by itself before this release");
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void aLockThatCannotBeHadFailsAndLeavesNoneBehind() throws IOException {
        var pre = run("mysql-flush-tables", "pre", with(freeze("10m"), Map.of("passwordVariable", "OTHER")));
        assertThat(pre.code()).isEqualTo(1);
        assertThat(pre.err()).contains("ballast: no lock after", "Access denied");
        insert().succeeded();
        assertThat(run("mysql-flush-tables", "post", freeze("10m")).code()).isEqualTo(1);
        assertThat(state).isEmptyDirectory();
        assertThat(run("mysql-flush-tables", "post", freeze("10m")).err()).contains("nothing to release");
    }

    @Test
    void aSecondFreezeTakesOverFromOneLeftBehind() {
        run("mysql-flush-tables", "pre", freeze("10m")).succeeded();
        run("mysql-flush-tables", "pre", freeze("10m")).succeeded();
        assertThat(insert().code()).isNotZero();
        run("mysql-flush-tables", "post", freeze("10m")).succeeded();
        Sh.await("both locks end", () -> insert().code() == 0);
    }

    private Map<String, String> freeze(String most) {
        return Map.of("stateDirectory", state.toString(), "maxFreeze", most);
    }

    private Sh.Run run(String recipe, String phase, Map<String, String> params) {
        var all = with(
                Map.of("host", "127.0.0.1", "port", port, "user", "hook", "passwordVariable", "HOOK_PASSWORD"), params);
        if (phase.equals("post") || recipe.equals("mysql-flush-tables")) {
            all.putIfAbsent("timeout", "30s");
        }
        var steps = Recipes.expand(Recipes.builtIn(recipe), all);
        return Sh.step(
                directory,
                (phase.equals("pre") ? steps.pre() : steps.post()).get(0),
                Map.of("HOOK_PASSWORD", "pa ss'\"\\", "OTHER", "wrong"));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private Sh.Run insert() {
        return sql("SET lock_wait_timeout = 1; ", "INSERT INTO `it's a shop`.book VALUES ('Emma')");
    }

    private Sh.Run sql(String before, String sql) {
        return Sh.run(
                List.of(
                        Server.program("mariadb", "mariadb-client"),
                        "--no-defaults",
                        "--socket=" + directory.resolve("socket"),
                        "--user=root",
                        "-e",
                        before + sql),
                Map.of());
    }
}
