package dev.ballast.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** A server of which a test says what it answers. */
final class TalkingServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private TalkingServer(HttpServer server) {
        this.server = server;
    }

    /** What is answered to a request with some parameters. */
    record Answer(int status, String body) {
        static Answer xml(String root, String content) {
            return new Answer(200, "<?xml version=\"1.0\"?><%1$s>%2$s</%1$s>".formatted(root, content));
        }

        static Answer refusal(int status, String code) {
            return new Answer(status, "<Error><Code>%s</Code><Message>not for you</Message></Error>".formatted(code));
        }
    }

    static TalkingServer answering(Function<Map<String, String>, Answer> answers) throws IOException {
        var talking =
                new TalkingServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        talking.server.createContext("/", exchange -> talking.answer(exchange, answers));
        talking.server.start();
        return talking;
    }

    private void answer(HttpExchange exchange, Function<Map<String, String>, Answer> answers) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        Answer answer = answers.apply(parameters(exchange.getRequestURI().getRawQuery()));
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new TreeMap<String, String>();
        for (String parameter : query.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            parameters.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return parameters;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Methods and paths of all requests, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
