package dev.ballast.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.observed.LiveObject;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Optional;

/**
 * Writes to one namespace, under one field manager. Objects are only ever applied or patched, never replaced: Velero's kinds have no status
 * subresource, so that a replacement would wipe their status.
 */
public final class Applier {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;

    private final KubernetesClient client;
    private final String namespace;
    private final String manager;

    public Applier(KubernetesClient client, String namespace, String manager) {
        this.client = client;
        this.namespace = namespace;
        this.manager = manager;
    }

    /**
     * Applies an object, fields of others included: it is ours. An unknown field is an error.
     *
     * @return as it is afterwards
     * @throws KubernetesClientException when the server refuses, or cannot be reached
     */
    public JsonNode apply(Watched kind, JsonNode body) {
        return JSON.valueToTree(
                strict(kind, body).fieldManager(manager).forceConflicts().serverSideApply());
    }

    /** What {@link #apply} would make of an object; nothing is written. */
    public JsonNode dryRun(Watched kind, JsonNode body) {
        return JSON.valueToTree(resource(kind, body)
                .dryRun()
                .fieldValidation(FieldValidateable.Validation.STRICT)
                .fieldManager(manager)
                .forceConflicts()
                .serverSideApply());
    }

    /** Applies an object unless it holds a field that somebody else owns with another value: that is a conflict (409). */
    public JsonNode applyPolitely(Watched kind, JsonNode body) {
        return JSON.valueToTree(strict(kind, body).fieldManager(manager).serverSideApply());
    }

    /** Applies the status of an object of a kind that has a status subresource. */
    public void applyStatus(Watched kind, String name, JsonNode status) {
        ObjectNode body = named(kind, name);
        body.set("status", status);
        resource(kind, body)
                .subresource("status")
                .patch(context(PatchType.SERVER_SIDE_APPLY).withForce(true).build());
    }

    /** Merges some fields into an object; absent ones are left alone. */
    public JsonNode merge(Watched kind, String name, JsonNode fields) {
        return patch(kind, name, context(PatchType.JSON_MERGE).build(), fields);
    }

    /** Applies a JSON Patch (RFC 6902). */
    public JsonNode edit(Watched kind, String name, JsonNode operations) {
        return patch(kind, name, context(PatchType.JSON).build(), operations);
    }

    /** Reads an object from the server itself. */
    public Optional<LiveObject> get(Watched kind, String name) {
        return Optional.ofNullable(resource(kind, name).get()).map(object -> new LiveObject(JSON.valueToTree(object)));
    }

    /**
     * Deletes exactly the object that was looked at: not one that has come in its place, nor one that has changed since.
     *
     * @throws KubernetesClientException with 409 when it is another one by now
     */
    public void delete(Watched kind, LiveObject live) {
        var body = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "DeleteOptions");
        body.putObject("preconditions").put("uid", live.uid()).put("resourceVersion", live.resourceVersion());
        try {
            client.raw(path(kind, live.name()), "DELETE", body);
        } catch (KubernetesClientException e) {
            if (e.getCode() != NOT_FOUND) {
                throw e;
            }
        }
    }

    private String path(Watched kind, String name) {
        String root = kind.group().isEmpty() ? "/api/" + kind.version() : "/apis/" + kind.apiVersion();
        return "%s/namespaces/%s/%s/%s".formatted(root, namespace, kind.plural(), name);
    }

    private NonDeletingOperation<GenericKubernetesResource> strict(Watched kind, JsonNode body) {
        return resource(kind, body).fieldValidation(FieldValidateable.Validation.STRICT);
    }

    private Resource<GenericKubernetesResource> resource(Watched kind, JsonNode body) {
        try {
            return client.genericKubernetesResources(kind.context())
                    .inNamespace(namespace)
                    .resource(JSON.treeToValue(body, GenericKubernetesResource.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that we made cannot be read", e);
        }
    }

    private JsonNode patch(Watched kind, String name, PatchContext context, JsonNode body) {
        // An object in hand, however little of it: otherwise the client reads it first, which takes a right and a
        // request more.
        return JSON.valueToTree(resource(kind, named(kind, name)).patch(context, text(body)));
    }

    private ObjectNode named(Watched kind, String name) {
        ObjectNode body =
                JSON.createObjectNode().put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        body.putObject("metadata").put("name", name).put("namespace", namespace);
        return body;
    }

    private Resource<GenericKubernetesResource> resource(Watched kind, String name) {
        return client.genericKubernetesResources(kind.context())
                .inNamespace(namespace)
                .withName(name);
    }

    private PatchContext.Builder context(PatchType type) {
        return new PatchContext.Builder().withPatchType(type).withFieldManager(manager);
    }

    private static String text(JsonNode body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that we made cannot be written", e);
        }
    }
}
