package dev.ballast.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes object to be applied. Written fields only; never a status.
 *
 * @param spec one of this package's records; absent for a ConfigMap
 * @param data of a ConfigMap
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        String apiVersion,
        String kind,
        Metadata metadata,
        @Nullable Object spec,
        @Nullable SortedMap<String, String> data) {

    /** Name, place and marks of an object. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Metadata(
            String name, String namespace, SortedMap<String, String> labels, SortedMap<String, String> annotations) {}

    static Manifest of(String apiVersion, String kind, String name, String namespace, Object spec) {
        return new Manifest(
                apiVersion, kind, new Metadata(name, namespace, new TreeMap<>(), new TreeMap<>()), spec, null);
    }

    static Manifest configMap(String name, String namespace, String key, String text) {
        return new Manifest(
                "v1",
                "ConfigMap",
                new Metadata(name, namespace, new TreeMap<>(), new TreeMap<>()),
                null,
                new TreeMap<>(Map.of(key, text)));
    }

    Manifest labelled(Map<String, String> labels) {
        var all = new TreeMap<>(metadata.labels);
        all.putAll(labels);
        return new Manifest(
                apiVersion,
                kind,
                new Metadata(metadata.name, metadata.namespace, all, metadata.annotations),
                spec,
                data);
    }

    Manifest annotated(Map<String, String> annotations) {
        var all = new TreeMap<>(metadata.annotations);
        all.putAll(annotations);
        return new Manifest(
                apiVersion, kind, new Metadata(metadata.name, metadata.namespace, metadata.labels, all), spec, data);
    }

    /** The policy that it belongs to; locations belong to none. */
    public Optional<String> policy() {
        return Optional.ofNullable(metadata.labels.get(Marks.POLICY));
    }

    /** {@code Kind namespace/name}, unique in what is emitted together. */
    public String id() {
        return "%s %s/%s".formatted(kind, metadata.namespace, metadata.name);
    }
}
