package dev.ballast.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A small server of {@code /healthz}, {@code /readyz} and {@code /metrics}. */
public final class Endpoints implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int BROKEN = 500;
    private static final int UNAVAILABLE = 503;
    /** Probes must not wait for a slow scrape. */
    private static final int THREADS = 3;

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads;

    private Endpoints(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    private record Answer(int code, String type, String body) {
        static Answer of(boolean good) {
            return good ? new Answer(OK, TEXT, "ok\n") : new Answer(UNAVAILABLE, TEXT, "not ok\n");
        }
    }

    /**
     * Starts it.
     *
     * @param address to listen on; port 0 takes a free one
     * @param healthy whether the process is worth keeping; it is restarted where not
     * @param ready whether all that it needs was read
     * @param metrics in Prometheus' text format 0.0.4
     * @throws IOException when the address cannot be had
     */
    public static Endpoints start(
            InetSocketAddress address, BooleanSupplier healthy, BooleanSupplier ready, Supplier<String> metrics)
            throws IOException {
        Map<String, Supplier<Answer>> answers = Map.of(
                "/healthz", () -> Answer.of(healthy.getAsBoolean()),
                "/readyz", () -> Answer.of(ready.getAsBoolean()),
                "/metrics", () -> new Answer(OK, METRICS, metrics.get()));
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            var thread = new Thread(work, "http");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
        return new Endpoints(server, threads);
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Map<String, Supplier<Answer>> answers) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            Answer answer = head || exchange.getRequestMethod().equals("GET")
                    ? answer(answers.get(exchange.getRequestURI().getPath()))
                    : new Answer(NOT_ALLOWED, TEXT, "only GET\n");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.code(), head || body.length == 0 ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Answer answer(@Nullable Supplier<Answer> known) {
        if (known == null) {
            return new Answer(NOT_FOUND, TEXT, "/healthz, /readyz or /metrics\n");
        }
        try {
            return known.get();
        } catch (RuntimeException e) {
            // The answer must not be a connection that ends: a probe could not tell that from a network that is down.
            return new Answer(BROKEN, TEXT, e + "\n");
        }
    }
}
