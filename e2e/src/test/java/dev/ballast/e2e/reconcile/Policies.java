package dev.ballast.e2e.reconcile;

/** Policies as text. */
final class Policies {
    private Policies() {}

    /** One for the namespace of its own name, with what it keeps as YAML between braces. */
    static String of(String name, String keep) {
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: %s, labels: {owner: team-books}}
                spec:
                  select: {namespaces: [%s]}
                  keep: {%s}
                  volumes: {method: snapshot}
                  store: primary
                """.formatted(name, name, keep);
    }

    /** One of a class. */
    static String ofClass(String name, String className) {
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupPolicy
                metadata: {name: %s, labels: {owner: team-books}}
                spec: {class: %s, select: {namespaces: [%s]}}
                """.formatted(name, className, name);
    }

    /** A class with what it keeps. */
    static String aClass(String name, String keep) {
        return """
                ---
                apiVersion: ballast.dev/v1alpha1
                kind: BackupClass
                metadata: {name: %s}
                spec: {keep: {%s}, volumes: {method: snapshot}, store: primary}
                """.formatted(name, keep);
    }
}
