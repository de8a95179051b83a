package dev.ballast.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicBoolean broken = new AtomicBoolean();
    private @Nullable Endpoints endpoints;

    @BeforeEach
    void start() throws IOException {
        var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        endpoints = Endpoints.start(free, () -> true, ready::get, out -> {
            if (broken.get()) {
                throw new IllegalStateException("no numbers");
            }
            out.append("ballast_restore_points 23\n");
        });
    }

    @AfterEach
    void stop() {
        Objects.requireNonNull(endpoints).close();
    }

    @Test
    void aProcessIsReadyWhenItSaysSo() throws Exception {
        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        ready.set(true);
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/healthz").body()).isEqualTo("ok\n");
    }

    @Test
    void metricsAreInTheFormatOfPrometheus() throws Exception {
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body()).isEqualTo("ballast_restore_points 23\n");
    }

    @Test
    void metricsThatCannotBeMadeAreAnErrorAndNoBrokenConnection() throws Exception {
        broken.set(true);
        HttpResponse<String> answer = get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("java.lang.IllegalStateException: no numbers\n");
    }

    @Test
    void nothingElseIsThere() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/metrics/all").statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(uri("/metrics")).DELETE()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aHeadHasNoBody() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri("/healthz")).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + Objects.requireNonNull(endpoints).port() + path);
    }
}
