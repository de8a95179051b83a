package dev.ballast.e2e.argocd;

import dev.ballast.e2e.cluster.S3Server;

/** Policies as text. */
final class Policies {
    private Policies() {}

    /** The environment {@code prod}, with Velero in this namespace. */
    static String environment(String namespace) {
        return """
                apiVersion: ballast.dev/v1alpha1
                kind: Environment
                metadata: {name: prod}
                spec: {velero: {version: "1.18.3", namespace: %s}}
                """.formatted(namespace);
    }

    /**
     * A store in a bucket of the same name.
     *
     * @param more fields of its spec, in flow style with a comma before each; may be empty
     */
    static String store(String name, S3Server s3, String more) {
        return """
                apiVersion: ballast.dev/v1alpha1
                kind: BackupStore
                metadata: {name: %1$s}
                spec: {provider: s3, bucket: %1$s, region: %2$s, endpoint: "%3$s"%4$s}
                """.formatted(name, S3Server.REGION, s3.url(), more);
    }

    /** A policy for the namespace of its own name, with what it keeps as YAML between braces. */
    static String policy(String name, String store, String keep) {
        return """
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: %1$s}
                spec:
                  select: {namespaces: [%1$s]}
                  keep: {%3$s}
                  volumes: {method: none}
                  store: %2$s
                """.formatted(name, store, keep);
    }
}
