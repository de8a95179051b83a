package dev.ballast.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests to one API server, for where an answer to one object matters and kubectl would mix several. */
record ApiClient(HttpClient http, String url, String token) {
    /** What was answered: an HTTP status, and the body or, of a Kubernetes Status, its message. */
    record Answer(int status, String text) {}

    static ApiClient of(ApiServer server) throws IOException {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(Trust.in(server.certificate()))
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        return new ApiClient(http, server.url(), server.token());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Sends YAML as {@code kubectl apply --server-side} does. */
    Answer apply(String path, String yaml) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/apply-patch+yaml")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(yaml)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(30));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), text(response.body()));
    }

    private static String text(String body) throws IOException {
        if (!body.startsWith("{")) {
            return body;
        }
        JsonNode json = new ObjectMapper().readTree(body);
        return json.path("kind").asText().equals("Status")
                ? json.path("message").asText()
                : body;
    }
}
