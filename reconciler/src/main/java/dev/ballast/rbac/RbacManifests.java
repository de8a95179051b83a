package dev.ballast.rbac;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.rbac.Permission.Scope;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A ServiceAccount with exactly the given permissions. */
public final class RbacManifests {
    private static final String GROUP = "rbac.authorization.k8s.io";

    /** RFC 1123 label, as names of namespaces are. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private final String namespace;
    private final String name;
    private final List<Permission> permissions;

    private RbacManifests(String namespace, String name, List<Permission> permissions) {
        this.namespace = namespace;
        this.name = name;
        this.permissions = permissions;
    }

    /**
     * Five objects as a stream of YAML: the account, a Role and a ClusterRole, and what binds them.
     *
     * @param namespace Velero's
     * @param name of the account and of all the others; those of the whole cluster carry the namespace too
     * @throws IllegalArgumentException when {@link #isName} is false for one of them
     */
    public static String yaml(String namespace, String name, List<Permission> permissions) {
        if (!isName(namespace) || !isName(name)) {
            throw new IllegalArgumentException(
                    "no name of a namespace and an account: %s, %s".formatted(namespace, name));
        }
        return YamlWriter.stream(new RbacManifests(namespace, name, permissions).all());
    }

    /** Whether Kubernetes takes it as the name of a namespace. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private List<ObjectNode> all() {
        return List.of(
                object("v1", "ServiceAccount", Scope.NAMESPACE),
                role("Role", Scope.NAMESPACE),
                binding("RoleBinding", "Role", Scope.NAMESPACE),
                role("ClusterRole", Scope.CLUSTER),
                binding("ClusterRoleBinding", "ClusterRole", Scope.CLUSTER));
    }

    private ObjectNode role(String kind, Scope scope) {
        ObjectNode role = object(GROUP + "/v1", kind, scope);
        ArrayNode rules = role.putArray("rules");
        for (Permission permission : permissions) {
            if (permission.scope() == scope) {
                ObjectNode rule = rules.addObject();
                rule.putArray("apiGroups").add(permission.group());
                permission.resources().forEach(rule.putArray("resources")::add);
                ArrayNode verbs = rule.putArray("verbs");
                permission.verbs().forEach(verb -> verbs.add(verb.name().toLowerCase(Locale.ROOT)));
            }
        }
        return role;
    }

    private ObjectNode binding(String kind, String role, Scope scope) {
        ObjectNode binding = object(GROUP + "/v1", kind, scope);
        binding.putObject("roleRef").put("apiGroup", GROUP).put("kind", role).put("name", name(scope));
        binding.putArray("subjects")
                .addObject()
                .put("kind", "ServiceAccount")
                .put("name", name)
                .put("namespace", namespace);
        return binding;
    }

    private ObjectNode object(String apiVersion, String kind, Scope scope) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", apiVersion).put("kind", kind);
        ObjectNode metadata = object.putObject("metadata").put("name", name(scope));
        if (scope == Scope.NAMESPACE) {
            metadata.put("namespace", namespace);
        }
        metadata.putObject("labels").put("app.kubernetes.io/name", "ballast");
        return object;
    }

    private String name(Scope scope) {
        return scope == Scope.NAMESPACE ? name : namespace + "-" + name;
    }
}
