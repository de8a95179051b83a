package dev.ballast.ci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of GitHub and GitLab as comments need, on a port of this machine. The comments carry the members of both. */
final class Forge implements AutoCloseable {
    static final String TOKEN = "secret-of-the-forge";
    /** The account the token belongs to, by login at one forge and by number at the other. */
    static final String BOT = "github-actions[bot]";

    private static final int BOT_NUMBER = 7;
    private static final int STRANGER_NUMBER = 8;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ONE = Pattern.compile(".*/(?:comments|notes)/(\\d+)");
    private static final Pattern PAGE = Pattern.compile("[?&]page=(\\d+)");

    private final HttpServer server;
    private final List<ObjectNode> comments = new ArrayList<>();
    private final List<String> writes = new ArrayList<>();
    private final Deque<Integer> refusals = new ArrayDeque<>();
    private String pull = "{}";
    private int asked;

    Forge() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was written, in order: method and path. */
    synchronized List<String> writes() {
        return List.copyOf(writes);
    }

    /** How many requests there were. */
    synchronized int asked() {
        return asked;
    }

    synchronized List<String> bodies() {
        return comments.stream().map(comment -> comment.path("body").asText()).toList();
    }

    /** A comment that is there already. */
    synchronized void has(String author, String body) {
        ObjectNode comment = JSON.createObjectNode()
                .put("id", 100 + comments.size())
                .put("body", body)
                .put("system", false);
        comment.putObject("user").put("login", author);
        comment.putObject("author").put("id", author.equals(BOT) ? BOT_NUMBER : STRANGER_NUMBER);
        comments.add(comment);
    }

    /** The next requests are answered with these codes. */
    synchronized void refuses(int... codes) {
        for (int code : codes) {
            refusals.add(code);
        }
    }

    /** The pull request, as JSON. */
    synchronized void hasPull(String json) {
        pull = json;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        asked++;
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        String privateToken = exchange.getRequestHeaders().getFirst("PRIVATE-TOKEN");
        Integer refusal = refusals.poll();
        if (refusal != null) {
            answer(exchange, refusal, "{\"message\": \"no\"}");
        } else if (!("Bearer " + TOKEN).equals(bearer) && !TOKEN.equals(privateToken)) {
            answer(exchange, 401, "{}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, read(exchange.getRequestURI()));
        } else {
            write(exchange, JSON.readTree(sent).path("body").asText());
        }
    }

    private String read(URI uri) {
        if (uri.getPath().endsWith("/user")) {
            return "{\"id\": %d}".formatted(BOT_NUMBER);
        }
        if (uri.getPath().contains("/pulls/")) {
            return pull;
        }
        Matcher page = PAGE.matcher(uri.toString().replace("per_page", "size"));
        int first = page.find() ? (Integer.parseInt(page.group(1)) - 1) * 100 : 0;
        ArrayNode answer = JSON.createArrayNode();
        comments.stream().skip(first).limit(100).forEach(answer::add);
        return answer.toString();
    }

    private void write(HttpExchange exchange, String body) throws IOException {
        String path = exchange.getRequestURI().getPath();
        writes.add(exchange.getRequestMethod() + " " + path);
        Matcher one = ONE.matcher(path);
        if (!one.matches()) {
            has(BOT, body);
            answer(exchange, 201, "{}");
            return;
        }
        for (ObjectNode comment : comments) {
            if (comment.path("id").asText().equals(one.group(1))) {
                comment.put("body", body);
            }
        }
        answer(exchange, 200, "{}");
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** JSON of a map, for events. */
    static String json(Map<String, ?> value) {
        JsonNode node = JSON.valueToTree(value);
        return node.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
