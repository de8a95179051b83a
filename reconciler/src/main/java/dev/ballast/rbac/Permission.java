package dev.ballast.rbac;

import java.util.List;

/**
 * Something that the reconciler must be allowed.
 *
 * @param group of the API; empty for Kubernetes' own
 * @param resources plurals, with a subresource after a slash
 * @param why for people: what does not work without it
 */
public record Permission(Scope scope, String group, List<String> resources, List<Verb> verbs, String why) {
    /** Where it holds. */
    public enum Scope {
        /** In Velero's namespace. */
        NAMESPACE,
        /** In the whole cluster. */
        CLUSTER
    }

    /** What is done. */
    public enum Verb {
        GET,
        LIST,
        WATCH,
        CREATE,
        UPDATE,
        PATCH,
        DELETE
    }

    public Permission {
        resources = List.copyOf(resources);
        verbs = List.copyOf(verbs);
        if (resources.isEmpty() || verbs.isEmpty()) {
            throw new IllegalArgumentException("nothing is permitted");
        }
    }
}
