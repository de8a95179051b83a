package dev.ballast.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps of each object only what an informer itself needs: name and version. What is read of it is kept elsewhere, as a record. */
final class StubStore implements ItemStore<GenericKubernetesResource> {
    /** By name, which no other object of an informer has: it reads one namespace, or a kind that has none. */
    private final ConcurrentHashMap<String, GenericKubernetesResource> stubs = new ConcurrentHashMap<>();

    @Override
    public String getKey(GenericKubernetesResource object) {
        return object.getMetadata().getName();
    }

    @Override
    public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource object) {
        return stubs.put(key, stub(object));
    }

    private static GenericKubernetesResource stub(GenericKubernetesResource object) {
        var stub = new GenericKubernetesResource();
        stub.setApiVersion(object.getApiVersion().intern());
        stub.setKind(object.getKind().intern());
        stub.setMetadata(metadata(object.getMetadata()));
        stub.setAdditionalProperties(Map.of());
        return stub;
    }

    /** Without the empty lists and maps that come with it, which take three times as much as what is in it. */
    private static ObjectMeta metadata(ObjectMeta of) {
        var metadata = new ObjectMeta();
        metadata.setName(of.getName());
        String namespace = of.getNamespace();
        metadata.setNamespace(namespace == null ? null : namespace.intern());
        metadata.setResourceVersion(of.getResourceVersion());
        metadata.setAnnotations(Map.of());
        metadata.setLabels(Map.of());
        metadata.setFinalizers(List.of());
        metadata.setManagedFields(List.of());
        metadata.setOwnerReferences(List.of());
        metadata.setAdditionalProperties(Map.of());
        return metadata;
    }

    @Override
    public @Nullable GenericKubernetesResource remove(String key) {
        return stubs.remove(key);
    }

    @Override
    public Stream<String> keySet() {
        return stubs.keySet().stream();
    }

    @Override
    public Stream<GenericKubernetesResource> values() {
        return stubs.values().stream();
    }

    @Override
    public int size() {
        return stubs.size();
    }

    @Override
    public @Nullable GenericKubernetesResource get(String key) {
        return stubs.get(key);
    }

    @Override
    public boolean isFullState() {
        return false;
    }
}
