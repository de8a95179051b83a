package dev.ballast.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A clone whose origin is a bare repository, with a base on {@code main} and a branch ahead of it. */
final class PolicyRepository {
    private static final String STORE = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec: {provider: aws, bucket: acme-backups, prefix: prod, region: us-east-1}
            """;

    private final Path folder;

    private PolicyRepository(Path folder) {
        this.folder = folder;
    }

    /** The clone stands on the branch, in which dailies are kept for two weeks in place of one. */
    static PolicyRepository in(Path parent) throws IOException {
        Path origin = parent.resolve("origin.git");
        Files.createDirectories(origin);
        Shell.git(origin, "init", "--quiet", "--bare", "--initial-branch=main");
        Path clone = parent.resolve("clone");
        Shell.git(parent, "clone", "--quiet", origin.toString(), clone.toString());
        Shell.git(clone, "checkout", "--quiet", "-B", "main");
        var repository = new PolicyRepository(clone);
        repository.write("policies/store.yaml", STORE);
        repository.write("policies/shop.yaml", shop("7"));
        repository.commit("Begin");
        Shell.git(clone, "push", "--quiet", "origin", "main");
        Shell.git(clone, "checkout", "--quiet", "-b", "topic");
        repository.write("policies/shop.yaml", shop("14"));
        repository.commit("Keep two weeks");
        return repository;
    }

    static String shop(String daily) {
        return """
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: shop}
                spec:
                  select: {namespaces: [shop]}
                  keep: {daily: %s}
                  volumes: {method: snapshot-move}
                """.formatted(daily);
    }

    Path folder() {
        return folder;
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }

    void commit(String subject) {
        Shell.git(folder, "add", "--all");
        Shell.git(folder, "commit", "--quiet", "-m", subject);
    }
}
