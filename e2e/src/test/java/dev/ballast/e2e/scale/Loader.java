package dev.ballast.e2e.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts many objects into one namespace, several at a time. */
record Loader(KubernetesClient client, String namespace) {
    private static final int AT_ONCE = 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    private interface Request {
        void send() throws IOException;
    }

    /** Creates objects of one kind. */
    void create(String path, List<? extends JsonNode> objects) throws InterruptedException {
        all(objects.stream()
                .<Request>map(object -> () -> client.raw(path, "POST", object))
                .toList());
    }

    /** Creates objects of one of our kinds. */
    void createOurs(String plural, List<? extends JsonNode> objects) throws InterruptedException {
        create("/apis/ballast.dev/v1alpha1/namespaces/%s/%s".formatted(namespace, plural), objects);
    }

    void createBackups(List<? extends JsonNode> backups) throws InterruptedException {
        create("/apis/velero.io/v1/namespaces/%s/backups".formatted(namespace), backups);
    }

    /** Creates empty namespaces. */
    void createNamespaces(List<String> names) throws InterruptedException {
        create(
                "/api/v1/namespaces",
                names.stream()
                        .map(name -> {
                            var made = JSON.createObjectNode();
                            made.putObject("metadata").put("name", name);
                            return made;
                        })
                        .toList());
    }

    /** Applies JSON Patches to the status of policies. */
    void editStatuses(Map<String, JsonNode> patches) throws InterruptedException {
        var policies = new ResourceDefinitionContext.Builder()
                .withGroup("ballast.dev")
                .withVersion("v1alpha1")
                .withKind("BackupPolicy")
                .withPlural("backuppolicies")
                .withNamespaced(true)
                .build();
        PatchContext edit =
                new PatchContext.Builder().withPatchType(PatchType.JSON).build();
        var requests = new ArrayList<Request>();
        patches.forEach((name, patch) -> requests.add(() -> client.genericKubernetesResources(policies)
                .inNamespace(namespace)
                .withName(name)
                .subresource("status")
                .patch(edit, JSON.writeValueAsString(patch))));
        all(requests);
    }

    private static void all(List<Request> requests) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var sent = new ArrayList<Future<?>>();
            for (Request request : requests) {
                sent.add(threads.submit(() -> {
                    request.send();
                    return null;
                }));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the server refuses", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
