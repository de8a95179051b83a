package dev.ballast.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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
    private static final int BUFFER = 1 << 16;
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

    /** A text that may be too long to be held as one. */
    public interface Text {
        /** Writes all of it. */
        void write(Appendable out) throws IOException;
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
     * @param metrics in Prometheus' text format 0.0.4, not empty
     * @throws IOException when the address cannot be had
     */
    public static Endpoints start(
            InetSocketAddress address, BooleanSupplier healthy, BooleanSupplier ready, Text metrics)
            throws IOException {
        Map<String, Supplier<Answer>> answers = Map.of(
                "/healthz", () -> Answer.of(healthy.getAsBoolean()),
                "/readyz", () -> Answer.of(ready.getAsBoolean()));
        HttpServer server = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            var thread = new Thread(work, "http");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answers, metrics));
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

    private static void answer(HttpExchange exchange, Map<String, Supplier<Answer>> answers, Text metrics)
            throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean get = exchange.getRequestMethod().equals("GET");
            if (!get && !isHead(exchange)) {
                send(exchange, new Answer(NOT_ALLOWED, TEXT, "only GET\n"));
            } else if (path.equals("/metrics")) {
                stream(exchange, metrics);
            } else {
                send(exchange, answer(answers.get(path)));
            }
        }
    }

    private static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean none = isHead(exchange) || body.length == 0;
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.code(), none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    /** An answer begins with its first full buffer, so that until then there can be another one. */
    private static void stream(HttpExchange exchange, Text text) throws IOException {
        var body = new OutputStream() {
            private boolean begun;

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                if (!begun) {
                    begun = true;
                    exchange.getResponseHeaders().set("Content-Type", METRICS);
                    exchange.sendResponseHeaders(OK, isHead(exchange) ? -1 : 0);
                }
                if (!isHead(exchange)) {
                    exchange.getResponseBody().write(bytes, from, count);
                }
            }
        };
        var out = new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), BUFFER);
        try {
            text.write(out);
            out.flush();
        } catch (RuntimeException e) {
            if (body.begun) {
                throw e;
            }
            send(exchange, new Answer(BROKEN, TEXT, e + "\n"));
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
