package dev.ballast.e2e.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Requests to one API server, for where an answer to one object matters and kubectl would mix several. */
record ApiClient(HttpClient http, String url, String token) {
    /** What was answered: an HTTP status, and the body or, of a Kubernetes Status, its message. */
    record Answer(int status, String text) {}

    static ApiClient of(ApiServer server) throws IOException {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(trusting(server))
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

    private static SSLContext trusting(ApiServer server) throws IOException {
        try (InputStream pem = Files.newInputStream(server.certificate())) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int count = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("api-server-" + count++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("no trust in " + server.certificate(), e);
        }
    }
}
