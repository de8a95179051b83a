package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The PostgreSQL recipes, against a real server that asks for a password over TCP and for none on its socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresHooksTest {
    private static final String PASSWORD = "pa'ss \"$(id)\" \\";
    private static final String DATABASE = "it's \"a\" b=c";
    private @Nullable Server server;
    private Path directory = Path.of("");
    private String port = "";

    @BeforeAll
    void start() throws IOException {
        String initdb = Server.program("initdb", "postgresql");
        String postgres = Server.program("postgres", "postgresql");
        directory = Files.createTempDirectory(Path.of("/tmp"), "bpg");
        Files.writeString(directory.resolve("password"), PASSWORD);
        Files.createDirectory(directory.resolve("backup"));
        port = Integer.toString(Server.freePort());
        if (root()) {
            Sh.run(List.of("chown", "-R", "postgres", directory.toString()), Map.of())
                    .succeeded();
        }
        Path data = directory.resolve("data");
        Sh.run(
                        asServer(List.of(
                                initdb,
                                "-D",
                                data.toString(),
                                "-U",
                                "postgres",
                                "-E",
                                "UTF8",
                                "--locale=C",
                                "--auth-local=trust",
                                "--auth-host=scram-sha-256",
                                "--pwfile=" + directory.resolve("password"))),
                        Map.of())
                .succeeded();
        server = Server.start(
                Files.createTempFile("bpg", ".log"),
                asServer(List.of(
                        postgres,
                        "-D",
                        data.toString(),
                        "-p",
                        port,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-k",
                        directory.toString(),
                        "-c",
                        "fsync=off")));
        Sh.await("PostgreSQL answers", () -> psql("postgres", "SELECT 1").code() == 0);
        Sh.run(
                        List.of(
                                Server.program("createdb", "postgresql"),
                                "-h",
                                directory.toString(),
                                "-p",
                                port,
                                "-U",
                                "postgres",
                                DATABASE),
                        Map.of())
                .succeeded();
        psqlIn("CREATE TABLE book (title text); INSERT INTO book VALUES ('Moby-Dick')");
    }

    @AfterAll
    void stop() throws IOException {
        if (server != null) {
            server.close();
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    @Test
    void aCheckpointMovesTheRedoPoint() {
        String query = "SELECT checkpoint_lsn FROM pg_control_checkpoint()";
        String before = psql("postgres", query).succeeded().out();
        run("postgres-checkpoint", Map.of("host", directory.toString(), "port", port), Map.of())
                .succeeded();
        assertThat(psql("postgres", query).succeeded().out()).isNotEqualTo(before);
    }

    @Test
    void aDumpOfOneDatabaseCanBeRestored() {
        run(
                        "postgres-dump",
                        overTcp(Map.of("database", DATABASE, "passwordVariable", "DB_PASSWORD")),
                        Map.of("DB_PASSWORD", PASSWORD))
                .succeeded();
        Sh.run(
                        List.of(
                                Server.program("createdb", "postgresql"),
                                "-h",
                                directory.toString(),
                                "-p",
                                port,
                                "-U",
                                "postgres",
                                "restored"),
                        Map.of())
                .succeeded();
        Sh.run(
                        List.of(
                                Server.program("pg_restore", "postgresql"),
                                "-h",
                                directory.toString(),
                                "-p",
                                port,
                                "-U",
                                "postgres",
                                "-d",
                                "restored",
                                directory.resolve("backup/it's a dump").toString()),
                        Map.of())
                .succeeded();
        assertThat(psql("restored", "SELECT title FROM book").succeeded().out()).isEqualTo("Moby-Dick\n");
        assertThat(partials()).isEmpty();
    }

    @Test
    void aDumpOfAllDatabasesHoldsThemAll() throws IOException {
        Files.writeString(directory.resolve("backup/it's a dump.7.partial"), "left by one that was killed");
        run(
                        "postgres-dump",
                        overTcp(Map.of(
                                "passwordFile", directory.resolve("password").toString())),
                        Map.of())
                .succeeded();
        assertThat(directory.resolve("backup/it's a dump")).content().contains("Moby-Dick", "CREATE ROLE postgres");
        assertThat(partials()).isEmpty();
    }

    @Test
    void aDumpThatFailsLeavesTheOldOne() throws IOException {
        Path old = directory.resolve("backup/old");
        Files.writeString(old, "the old one");
        var wrong = run(
                "postgres-dump",
                overTcp(Map.of("passwordVariable", "DB_PASSWORD", "file", "old")),
                Map.of("DB_PASSWORD", "wrong"));
        assertThat(wrong.code()).isNotZero();
        assertThat(wrong.err()).contains("authentication failed");
        assertThat(old).hasContent("the old one");
        assertThat(partials()).isEmpty();
    }

    @Test
    void whatIsMissingInThePodIsSaid() {
        assertThat(run("postgres-dump", overTcp(Map.of("passwordVariable", "NOT_SET_AT_ALL")), Map.of())
                        .err())
                .isEqualTo("ballast: the environment variable of the password is not set\n");
        assertThat(run("postgres-dump", Map.of("directory", "/no/where"), Map.of())
                        .err())
                .isEqualTo("ballast: no such directory: /no/where\n");
    }

    private Map<String, String> overTcp(Map<String, String> more) {
        var params = new java.util.HashMap<>(Map.of(
                "host",
                "127.0.0.1",
                "port",
                port,
                "directory",
                directory.resolve("backup").toString(),
                "file",
                "it's a dump"));
        params.putAll(more);
        return params;
    }

    private Sh.Run run(String recipe, Map<String, String> params, Map<String, String> environment) {
        var step = Recipes.expand(Recipes.builtIn(recipe), params).pre().get(0);
        return Sh.step(directory, step, environment);
    }

    private List<Path> partials() {
        try (Stream<Path> files = Files.list(directory.resolve("backup"))) {
            return files.filter(file -> file.toString().endsWith(".partial")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void psqlIn(String sql) {
        Sh.script(
                        directory,
                        "/bin/sh",
                        "PGDATABASE=%s psql -X -h %s -p %s -U postgres -c %s"
                                .formatted(
                                        dev.ballast.text.ShellWord.quote(DATABASE),
                                        directory,
                                        port,
                                        dev.ballast.text.ShellWord.quote(sql)),
                        Map.of())
                .succeeded();
    }

    private Sh.Run psql(String database, String sql) {
        return Sh.run(
                List.of(
                        Server.program("psql", "postgresql-client"),
                        "-XtA",
                        "-h",
                        directory.toString(),
                        "-p",
                        port,
                        "-U",
                        "postgres",
                        "-d",
                        database,
                        "-c",
                        sql),
                Map.of());
    }

    private static boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> asServer(List<String> command) {
        if (!root()) {
            return command;
        }
        var all = new ArrayList<>(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        all.addAll(command);
        return all;
    }
}
