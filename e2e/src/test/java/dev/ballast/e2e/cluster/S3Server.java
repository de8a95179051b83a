package dev.ballast.e2e.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A running S3 server that keeps its buckets as folders and its objects as files, so that a test can look at them, and take them away, behind
 * the back of whoever uses it.
 *
 * @param daemon its process
 * @param root folder of the buckets
 * @param url where it listens
 * @param accessKey of a user who may do everything
 * @param secretKey of the same
 */
public record S3Server(Daemon daemon, Path root, String url, String accessKey, String secretKey) implements Closeable {
    /** The only region it knows. */
    public static final String REGION = "us-east-1";

    // Its own working folder inside a bucket, for uploads that are not finished.
    private static final String WORK = ".sgwtmp";

    static S3Server start(Path programs, Path folder) throws IOException, InterruptedException {
        return start(programs, folder, List.of());
    }

    /** One whose buckets may keep older versions of objects. */
    static S3Server versioned(Path programs, Path folder) throws IOException, InterruptedException {
        Path versions = Files.createDirectories(folder.resolve("versions"));
        return start(programs, folder, List.of("--versioning-dir=" + versions));
    }

    private static S3Server start(Path programs, Path folder, List<String> more)
            throws IOException, InterruptedException {
        Path root = Files.createDirectories(folder.resolve("buckets"));
        Path attributes = Files.createDirectories(folder.resolve("attributes"));
        return DiedEarly.retried(() -> startOnce(programs, folder, root, attributes, more));
    }

    private static S3Server startOnce(Path programs, Path folder, Path root, Path attributes, List<String> more)
            throws IOException, InterruptedException {
        int port = Ports.free();
        List<String> words = new ArrayList<>(List.of(
                programs.resolve("versitygw").toString(),
                "--port=127.0.0.1:" + port,
                "--region=" + REGION,
                "posix",
                // In files of their own: not every file system has extended attributes.
                "--sidecar=" + attributes));
        words.addAll(more);
        words.add(root.toString());
        S3Server server = new S3Server(
                Daemon.start(
                        folder,
                        folder.resolve("versitygw.log"),
                        words,
                        Map.of("ROOT_ACCESS_KEY", "e2e-access", "ROOT_SECRET_KEY", "e2e-secret")),
                root,
                "http://127.0.0.1:" + port,
                "e2e-access",
                "e2e-secret");
        try {
            server.daemon.await(server::answers);
            return server;
        } catch (IOException | RuntimeException | InterruptedException e) {
            server.close();
            throw e;
        }
    }

    /** Makes a bucket. */
    public void bucket(String name) throws IOException {
        Files.createDirectory(root.resolve(name));
    }

    /** Bytes by key of all objects of a bucket whose keys begin like this, in the order of the keys. */
    public SortedMap<String, Long> objects(String bucket, String prefix) throws IOException {
        Path folder = root.resolve(bucket);
        SortedMap<String, Long> found = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return visited.endsWith(WORK) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String key = folder.relativize(file).toString();
                if (key.startsWith(prefix)) {
                    found.put(key, attributes.size());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                // Taken away by the server meanwhile.
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return found;
    }

    /** Takes away all objects below a folder of a bucket, for example {@code backups/NAME}. */
    public void remove(String bucket, String folder) throws IOException {
        Folders.delete(root.resolve(bucket).resolve(folder));
    }

    /** A file with credentials, as AWS's programs read them. */
    public String credentials() {
        return "[default]\naws_access_key_id=%s\naws_secret_access_key=%s\n".formatted(accessKey, secretKey);
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest list = HttpRequest.newBuilder(URI.create(url + "/"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            // It refuses those who do not say who they are.
            return HttpClient.newHttpClient()
                            .send(list, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 403;
        } catch (IOException e) {
            // Not listening yet.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        daemon.close();
    }
}
