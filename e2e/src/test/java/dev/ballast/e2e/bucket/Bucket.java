package dev.ballast.e2e.bucket;

import dev.ballast.e2e.cluster.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** A bucket that a test fills, as Velero and others would. */
public final class Bucket implements AutoCloseable {
    private final S3Server server;
    private final String name;
    private final S3Client client;

    private Bucket(S3Server server, String name, S3Client client) {
        this.server = server;
        this.name = name;
        this.client = client;
    }

    /** An empty one. */
    public static Bucket make(S3Server server, String name) throws IOException {
        S3Client client = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create(server.url()))
                .region(Region.of(S3Server.REGION))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(server.accessKey(), server.secretKey())))
                .build();
        client.createBucket(request -> request.bucket(name));
        return new Bucket(server, name, client);
    }

    /** From now on what is overwritten or deleted stays as an older version. */
    public void keepVersions() {
        client.putBucketVersioning(request -> request.bucket(name)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
    }

    /** Puts an object of so many bytes. */
    public void put(String key, int bytes) {
        client.putObject(request -> request.bucket(name).key(key), RequestBody.fromBytes(new byte[bytes]));
    }

    public void delete(String key) {
        client.deleteObject(request -> request.bucket(name).key(key));
    }

    /** Begins an upload in parts, sends one of so many bytes, and never ends it. */
    public void begin(String key, int bytes) {
        String id = client.createMultipartUpload(request -> request.bucket(name).key(key))
                .uploadId();
        client.uploadPart(
                request -> request.bucket(name).key(key).uploadId(id).partNumber(1),
                RequestBody.fromBytes(new byte[bytes]));
    }

    /** Many objects of one byte each, {@code folder/0}, {@code folder/1} and so on; written beside the server, which takes less time. */
    public void fill(String folder, int objects) throws IOException {
        Path place = Files.createDirectories(server.root().resolve(name).resolve(folder));
        for (int i = 0; i < objects; i++) {
            Files.write(place.resolve(Integer.toString(i)), new byte[1]);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
