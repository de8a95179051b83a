package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Redis recipe, against a real server with a password that saves only when told to. */
class RedisHooksTest {
    private static final Map<String, String> SECRET = Map.of("REDIS_PASSWORD", "it's secret");

    @TempDir
    private Path directory = Path.of("");

    private @Nullable Server server;
    private final String port = Integer.toString(Server.freePort());

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("redis.conf"), """
                bind 127.0.0.1
                port %s
                dir %s
                save ""
                requirepass "it's secret"
                """.formatted(port, directory.resolve("data")));
        server = Server.start(
                directory.resolve("log"),
                List.of(
                        Server.program("redis-server", "redis-server"),
                        directory.resolve("redis.conf").toString()));
        Sh.await("Redis answers", () -> redis("PING").out().equals("PONG\n"));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whatWasWrittenBeforeSurvivesACrash() throws IOException {
        for (String value : List.of("one", "two")) { // twice at once: both saves may fall into the same second
            redis("SET", "book", value);
            run(Map.of(), SECRET).succeeded();
        }
        java.util.Objects.requireNonNull(server).kill();
        start();
        assertThat(redis("GET", "book").out()).isEqualTo("two\n");
    }

    @Test
    void aSaveThatRunsAlreadyIsNotTakenForOurs() {
        redis("EVAL", "for i = 1, 20000 do redis.call('SET', 'k' .. i, i) end", "0");
        redis("CONFIG", "SET", "rdb-key-save-delay", "200");
        redis("BGSAVE");
        redis("SET", "book", "late");
        assertThat(redis("INFO", "persistence").out()).contains("rdb_bgsave_in_progress:1");
        run(Map.of(), SECRET).succeeded();
        java.util.Objects.requireNonNull(server).kill();
        assertThat(directory.resolve("data/dump.rdb"))
                .content(java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("late");
    }

    @Test
    void aSaveThatFailsFailsTheHook() throws IOException {
        Files.delete(directory.resolve("data"));
        var run = run(Map.of(), SECRET);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("ballast: the save failed: see the log of the server\n");
    }

    @Test
    void aSaveThatTakesTooLongFailsTheHook() {
        redis("EVAL", "for i = 1, 20000 do redis.call('SET', 'k' .. i, i) end", "0");
        redis("CONFIG", "SET", "rdb-key-save-delay", "1000");
        var run = run(Map.of("timeout", "3s"), SECRET);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("ballast: the save did not end in time\n");
    }

    @Test
    void aWrongPasswordFailsTheHook() {
        var run = run(Map.of(), Map.of("REDIS_PASSWORD", "wrong"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("ballast: LASTSAVE answered: NOAUTH");
    }

    private Sh.Run run(Map<String, String> params, Map<String, String> environment) {
        var all = new java.util.HashMap<>(Map.of("port", port, "passwordVariable", "REDIS_PASSWORD"));
        all.putAll(params);
        return Sh.step(
                directory,
                Recipes.expand(Recipes.builtIn("redis-bgsave"), all).pre().get(0),
                environment);
    }

    private Sh.Run redis(String... command) {
        var all = new java.util.ArrayList<>(List.of("redis-cli", "-p", port));
        all.addAll(List.of(command));
        return Sh.run(all, Map.of("REDISCLI_AUTH", "it's secret"));
    }
}
