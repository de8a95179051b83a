package dev.ballast.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The etcd recipe, against a real member without TLS. */
class EtcdHooksTest {
    @Test
    void aSnapshotHoldsTheKeys(@TempDir Path directory) {
        String etcd = Server.program("etcd", "etcd-server");
        String etcdctl = Server.program("etcdctl", "etcd-client");
        String client = "http://127.0.0.1:" + Server.freePort();
        String peer = "http://127.0.0.1:" + Server.freePort();
        try (var server = Server.start(
                directory.resolve("log"),
                List.of(
                        etcd,
                        "--data-dir",
                        directory.resolve("data").toString(),
                        "--listen-client-urls",
                        client,
                        "--advertise-client-urls",
                        client,
                        "--listen-peer-urls",
                        peer,
                        "--initial-advertise-peer-urls",
                        peer,
                        "--initial-cluster",
                        "default=" + peer))) {
            Sh.await(
                    "etcd answers",
                    () -> Sh.run(List.of(etcdctl, "--endpoints", client, "put", "book", "Moby-Dick"), Map.of())
                                    .code()
                            == 0);
            var params = Map.of(
                    "directory",
                    directory.toString(),
                    "file",
                    "it's $(a) snapshot",
                    "endpoint",
                    client,
                    "caFile",
                    "",
                    "certFile",
                    "",
                    "keyFile",
                    "");
            var step = Recipes.expand(Recipes.builtIn("etcd-snapshot"), params)
                    .pre()
                    .get(0);
            Sh.step(directory, step, Map.of()).succeeded();
            assertThat(directory.resolve("it's $(a) snapshot"))
                    .content(java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("Moby-Dick");
            assertThat(server).isNotNull();
        }
    }
}
