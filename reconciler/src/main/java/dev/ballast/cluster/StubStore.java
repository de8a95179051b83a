package dev.ballast.cluster;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps of each object only what an informer itself needs: name and version. What is read of it is kept elsewhere, as a record. */
final class StubStore implements ItemStore<GenericKubernetesResource> {
    private final ConcurrentHashMap<String, GenericKubernetesResource> stubs = new ConcurrentHashMap<>();

    @Override
    public String getKey(GenericKubernetesResource object) {
        return Cache.metaNamespaceKeyFunc(object);
    }

    @Override
    public @Nullable GenericKubernetesResource put(String key, GenericKubernetesResource object) {
        return stubs.put(key, stub(object));
    }

    private static GenericKubernetesResource stub(GenericKubernetesResource object) {
        var stub = new GenericKubernetesResource();
        stub.setApiVersion(object.getApiVersion().intern());
        stub.setKind(object.getKind().intern());
        String namespace = object.getMetadata().getNamespace();
        stub.setMetadata(new ObjectMetaBuilder()
                .withName(object.getMetadata().getName())
                .withNamespace(namespace == null ? null : namespace.intern())
                .withResourceVersion(object.getMetadata().getResourceVersion())
                .build());
        return stub;
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
