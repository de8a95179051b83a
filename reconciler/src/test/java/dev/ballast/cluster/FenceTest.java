package dev.ballast.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server, since it is the client that must ask before each request. */
class FenceTest {
    private static final String PATH = "/apis/velero.io/v1/namespaces/velero/schedules/shop-daily";

    private final AtomicBoolean mayWrite = new AtomicBoolean(true);
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private KubernetesClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod());
            // What was up to this replica when it was first asked is so no longer when it is tried again.
            mayWrite.set(false);
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 404 : 500, -1);
            exchange.close();
        });
        server.start();
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(Config.empty())
                        .withMasterUrl("http://127.0.0.1:" + server.getAddress().getPort())
                        .withRequestRetryBackoffInterval(1)
                        .withRequestTimeout(2_000)
                        .build())
                .withHttpClientBuilderConsumer(
                        http -> http.addOrReplaceInterceptor("fence", new Fence(mayWrite::get, stop::countDown)))
                .build();
    }

    @AfterEach
    void end() {
        client.close();
        server.stop(0);
    }

    @Test
    void readingIsAlwaysAllowed() {
        mayWrite.set(false);

        client.raw(PATH);

        assertThat(asked).containsExactly("GET");
        assertThat(stop.getCount()).isEqualTo(1);
    }

    @Test
    void nothingIsWrittenWhereItMayNot() {
        mayWrite.set(false);

        assertThatThrownBy(() -> client.raw(PATH, "DELETE", null)).hasStackTraceContaining("it writes nothing");

        assertThat(asked).isEmpty();
        assertThat(stop.getCount()).isZero();
    }

    @Test
    void aWriteThatFailedIsNotTriedAgainWhenItMayNoLonger() throws InterruptedException {
        // Nobody would tell it that nothing comes of its request: whoever is stopped here does not go on.
        var writer = new Thread(() -> client.raw(PATH, "DELETE", null));
        writer.setDaemon(true);
        writer.start();

        assertThat(stop.await(1, TimeUnit.MINUTES)).isTrue();

        assertThat(asked).containsExactly("DELETE");
    }
}
