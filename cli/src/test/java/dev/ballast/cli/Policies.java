package dev.ballast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small policy repositories on disk. */
final class Policies {
    static final String SHOP = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupPolicy
            metadata: {name: shop}
            spec:
              select: {namespaces: [shop]}
              keep: {daily: 7}
              volumes: {method: snapshot-move}
            """;

    static final String STORE = """
            apiVersion: ballast.dev/v1alpha1
            kind: BackupStore
            metadata: {name: primary}
            spec:
              provider: aws
              bucket: acme-backups
              prefix: "%s"
              region: us-east-1
            """;

    private Policies() {}

    /** A policy, a store and some environments. */
    static Path write(Path folder, String... environments) throws IOException {
        file(folder, "shop.yaml", SHOP);
        file(folder, "store.yaml", STORE.formatted("prod") + overrides(environments));
        for (String environment : environments) {
            file(folder, environment + ".yaml", environment(environment));
        }
        return folder;
    }

    static String environment(String name) {
        return """
                apiVersion: ballast.dev/v1alpha1
                kind: Environment
                metadata: {name: %s}
                spec: {velero: {version: "1.18.3", csi: true, nodeAgent: true}}
                """.formatted(name);
    }

    /** Each environment has a prefix of its own, as two that share one would harm each other. */
    private static String overrides(String... environments) {
        if (environments.length < 2) {
            return "";
        }
        var text = new StringBuilder("  overrides:\n");
        for (String environment : environments) {
            text.append("    %s: {prefix: %s}\n".formatted(environment, environment));
        }
        return text.toString();
    }

    static Path file(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Paths.parent(file));
        return Files.writeString(file, text);
    }
}
