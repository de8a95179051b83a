package dev.ballast.e2e.reconcile;

import dev.ballast.e2e.proxy.Exchange;
import dev.ballast.e2e.proxy.Request;
import dev.ballast.rbac.Permission;
import dev.ballast.rbac.Permission.Scope;
import dev.ballast.rbac.Permission.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The smallest thing that a role can allow.
 *
 * @param group of the API; empty for Kubernetes' own
 * @param resource plural, with a subresource after a slash
 */
record Right(Scope scope, String group, String resource, Verb verb) {
    /** Group, namespace, plural, name and subresource. */
    private static final Pattern PATH = Pattern.compile(
            "/(?:api/v1|apis/([^/]+)/[^/]+)/(?:namespaces/([^/]+)/)?([a-z]+)(?:/([^/]+))?(?:/([^/]+))?");

    private static final int CREATED = 201;

    /** All that permissions come to, in their order. */
    static List<Right> of(List<Permission> permissions) {
        var rights = new ArrayList<Right>();
        for (Permission permission : permissions) {
            for (String resource : permission.resources()) {
                permission
                        .verbs()
                        .forEach(verb -> rights.add(new Right(permission.scope(), permission.group(), resource, verb)));
            }
        }
        return rights;
    }

    /** What a request takes whatever comes of it; nothing for what is no object of the API. */
    static @Nullable Right neededFor(Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return null;
        }
        String group = path.group(1) == null ? "" : path.group(1);
        String below = path.group(5) == null ? "" : "/" + path.group(5);
        Scope scope = path.group(2) == null ? Scope.CLUSTER : Scope.NAMESPACE;
        return new Right(scope, group, path.group(3) + below, verb(request, path.group(4) != null));
    }

    /** What a request did take. One that applies an object which is not there makes it, and that takes a right of its own. */
    static List<Right> usedBy(Exchange exchange) {
        Right needed = neededFor(exchange.request());
        if (needed == null) {
            return List.of();
        }
        boolean made = needed.verb == Verb.PATCH && exchange.status() == CREATED;
        return made ? List.of(needed, needed.toCreate()) : List.of(needed);
    }

    Right toCreate() {
        return new Right(scope, group, resource, Verb.CREATE);
    }

    private static Verb verb(Request request, boolean named) {
        return switch (request.method()) {
            case "GET" -> request.isWatch() ? Verb.WATCH : named ? Verb.GET : Verb.LIST;
            case "POST" -> Verb.CREATE;
            case "PUT" -> Verb.UPDATE;
            case "PATCH" -> Verb.PATCH;
            case "DELETE" -> Verb.DELETE;
            default -> throw new IllegalArgumentException("nobody should send a " + request.method());
        };
    }

    Permission asPermission() {
        return new Permission(scope, group, List.of(resource), List.of(verb), "a test");
    }

    @Override
    public String toString() {
        String where = scope == Scope.CLUSTER ? " in the whole cluster" : "";
        return verb.name().toLowerCase(Locale.ROOT) + " " + resource + (group.isEmpty() ? "" : "." + group) + where;
    }
}
