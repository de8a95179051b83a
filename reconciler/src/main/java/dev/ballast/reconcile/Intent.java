package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.cluster.SharedParts;
import dev.ballast.manifest.Manifest;

/**
 * An object as it should be: what we mean to own of it, and nothing else. No status, no {@code skipImmediately}, no {@code default} of a
 * location; {@code paused} only where the policy says it.
 *
 * @param kind of the object
 * @param name of the object, in Velero's namespace
 * @param revision hash of its spec, as it stands in its annotation
 * @param body not to be changed
 */
public record Intent(String kind, String name, String revision, ObjectNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of a manifest that belongs to no policy. */
    static Intent of(Manifest manifest) {
        ObjectNode body = JSON.valueToTree(manifest);
        String revision =
                body.path("metadata").path("annotations").path(Marks.REVISION).asText();
        return new Intent(manifest.kind(), manifest.metadata().name(), revision, body);
    }

    /** The same, of parts that other objects have too. */
    Intent sharing(SharedParts parts) {
        return new Intent(kind, name, revision, parts.share(body));
    }

    /** The same, owned by a policy: Kubernetes removes it when the policy is deleted. */
    Intent ownedBy(Owner owner) {
        ObjectNode owned = body.deepCopy();
        ((ObjectNode) owned.path("metadata"))
                .putArray("ownerReferences")
                .addObject()
                .put("apiVersion", owner.apiVersion())
                .put("kind", owner.kind())
                .put("name", owner.name())
                .put("uid", owner.uid())
                .put("controller", true);
        return new Intent(kind, name, revision, owned);
    }

    /** {@code Kind/name}. */
    String id() {
        return kind + "/" + name;
    }

    /** The policy that owns it. */
    record Owner(String apiVersion, String kind, String name, String uid) {}
}
