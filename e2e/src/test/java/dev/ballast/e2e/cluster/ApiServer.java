package dev.ballast.e2e.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A running kube-apiserver.
 *
 * @param daemon its process
 * @param folder its own, with its certificate
 * @param url where it listens
 * @param token of a user who may do everything
 * @param words of its command line
 * @param environment variables laid over those of this process
 */
record ApiServer(
        Daemon daemon, Path folder, String url, String token, List<String> words, Map<String, String> environment)
        implements AutoCloseable {
    /** Starts one with variables laid over those of this process. */
    static ApiServer start(Path programs, Etcd etcd, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        return DiedEarly.retried(() -> startOnce(programs, etcd, folder, environment));
    }

    private static ApiServer startOnce(Path programs, Etcd etcd, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        String token = UUID.randomUUID().toString();
        Path tokens = Files.writeString(folder.resolve("tokens.csv"), token + ",e2e,e2e,\"system:masters\"\n");
        Path key = Files.writeString(folder.resolve("service-accounts.key"), newKey());
        int port = Ports.free();
        List<String> words = List.of(
                programs.resolve("kube-apiserver").toString(),
                "--etcd-servers=" + etcd.url(),
                "--etcd-prefix=/" + folder.getFileName(),
                "--cert-dir=" + folder,
                "--secure-port=" + port,
                "--bind-address=127.0.0.1",
                "--service-account-key-file=" + key,
                "--service-account-signing-key-file=" + key,
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-cluster-ip-range=10.0.0.0/24",
                "--authorization-mode=RBAC",
                "--token-auth-file=" + tokens,
                // There is no controller that would make the accounts it asks for.
                "--disable-admission-plugins=ServiceAccount");
        return run(folder, "https://127.0.0.1:" + port, token, words, environment);
    }

    /** Another one at the same address with the same data and secrets, for one that was closed. */
    ApiServer again() throws IOException, InterruptedException {
        return DiedEarly.retried(() -> run(folder, url, token, words, environment));
    }

    private static ApiServer run(
            Path folder, String url, String token, List<String> words, Map<String, String> environment)
            throws IOException, InterruptedException {
        Daemon daemon = Daemon.start(folder, folder.resolve("kube-apiserver.log"), words, environment);
        ApiServer server = new ApiServer(daemon, folder, url, token, words, environment);
        try {
            daemon.await(server::isReady);
            return server;
        } catch (IOException | RuntimeException | InterruptedException e) {
            daemon.close();
            throw e;
        }
    }

    Path certificate() {
        return folder.resolve("apiserver.crt");
    }

    private boolean isReady() throws InterruptedException {
        if (!Files.exists(certificate())) {
            return false;
        }
        try {
            return ApiClient.of(this).get("/readyz").status() == 200;
        } catch (IOException e) {
            // Not listening yet, or the certificate is still being written.
            return false;
        }
    }

    private static String newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
            String lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(encoded);
            return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    @Override
    public void close() throws IOException {
        daemon.close();
    }
}
