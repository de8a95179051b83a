package dev.ballast.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.Observed;
import dev.ballast.observed.ObservedReader;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at a cluster once, and writes nothing. A kind that is not installed has no objects. */
public final class ClusterReader {
    /** Objects in one answer; a large cluster is read in several. */
    private static final long PAGE = 500;

    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KubernetesClient client;
    private final String namespace;

    /**
     * Reads through a client, which is left open.
     *
     * @param namespace of Velero
     */
    public ClusterReader(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /**
     * Everything that is judged.
     *
     * @param at the time that it is taken for
     * @throws KubernetesClientException when the server cannot be reached, or refuses
     */
    public Observed observe(Instant at) {
        var objects = new ArrayList<JsonNode>();
        Watched.OBSERVED.forEach(kind -> objects.addAll(list(kind)));
        return ObservedReader.read(objects, at);
    }

    /** Every object of our kinds, as it is in the cluster. */
    public List<JsonNode> language() {
        var objects = new ArrayList<JsonNode>();
        Watched.LANGUAGE.forEach(kind -> objects.addAll(list(kind)));
        return List.copyOf(objects);
    }

    /** Labels of every namespace, by name; none where they may not be read. */
    public Map<String, Map<String, String>> namespaces() {
        return ObservedReader.read(list(Watched.NAMESPACES), Instant.EPOCH).namespaces();
    }

    /**
     * The object that a manifest would be applied to, in whatever namespace.
     *
     * @throws IllegalArgumentException for a kind that is never applied
     */
    public Optional<LiveObject> live(JsonNode manifest) {
        String name = manifest.path("kind").asText();
        Watched kind = Watched.ofManifest(name)
                .orElseThrow(() -> new IllegalArgumentException("nobody applies a %s".formatted(name)));
        try {
            GenericKubernetesResource found = client.genericKubernetesResources(kind.context())
                    .inNamespace(manifest.path("metadata").path("namespace").asText())
                    .withName(manifest.path("metadata").path("name").asText())
                    .get();
            return Optional.ofNullable(found).map(object -> new LiveObject(tree(object, kind)));
        } catch (KubernetesClientException e) {
            if (e.getCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private List<JsonNode> list(Watched kind) {
        var objects = new ArrayList<JsonNode>();
        NonNamespaceOperation<
                        GenericKubernetesResource, GenericKubernetesResourceList, Resource<GenericKubernetesResource>>
                all = kind.namespaced()
                        ? client.genericKubernetesResources(kind.context()).inNamespace(namespace)
                        : client.genericKubernetesResources(kind.context());
        try {
            String next = null;
            do {
                GenericKubernetesResourceList page = all.list(page(kind, next));
                page.getItems().forEach(item -> objects.add(tree(item, kind)));
                next = page.getMetadata().getContinue();
            } while (next != null && !next.isEmpty());
        } catch (KubernetesClientException e) {
            if (!kind.isOutOfReach(e.getCode())) {
                throw e;
            }
        }
        return objects;
    }

    /** In lists of its own kinds Kubernetes leaves out what they are. */
    private static JsonNode tree(GenericKubernetesResource object, Watched kind) {
        ObjectNode tree = JSON.valueToTree(object);
        return tree.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
    }

    private static ListOptions page(Watched kind, @Nullable String next) {
        return new ListOptionsBuilder()
                .withLimit(PAGE)
                .withContinue(next)
                .withLabelSelector(kind.selector())
                .build();
    }
}
