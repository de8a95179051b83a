package dev.ballast.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records of one kind by name, and by what they belong to: a policy, or a Backup. Safe for many readers and one writer. */
final class Records<T> {
    private final Map<String, T> byName = new ConcurrentHashMap<>();
    private final Map<String, Map<String, T>> byPolicy = new ConcurrentHashMap<>();
    private final Function<T, @Nullable String> policy;

    Records(Function<T, @Nullable String> policy) {
        this.policy = policy;
    }

    /** The policies that it belonged to and belongs to, where that changes anything; none when it is as it was. */
    Set<String> put(String name, T value) {
        T before = byName.put(name, value);
        var touched = new TreeSet<String>();
        if (value.equals(before)) {
            return touched;
        }
        String was = before == null ? null : policy.apply(before);
        String is = policy.apply(value);
        if (was != null) {
            touched.add(was);
            if (!was.equals(is)) {
                drop(was, name);
            }
        }
        if (is != null) {
            touched.add(is);
            byPolicy.computeIfAbsent(is, key -> new ConcurrentSkipListMap<>()).put(name, value);
        }
        return touched;
    }

    /** The policy that it belonged to. */
    Optional<String> remove(String name) {
        T before = byName.remove(name);
        String was = before == null ? null : policy.apply(before);
        if (was != null) {
            drop(was, name);
        }
        return Optional.ofNullable(was);
    }

    private void drop(String owner, String name) {
        byPolicy.computeIfPresent(owner, (key, own) -> {
            own.remove(name);
            return own.isEmpty() ? null : own;
        });
    }

    Optional<T> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<T> values() {
        return List.copyOf(byName.values());
    }

    Map<String, T> byName() {
        return new TreeMap<>(byName);
    }

    /** Those of a policy, by name. */
    List<T> of(String owner) {
        return List.copyOf(byPolicy.getOrDefault(owner, Map.of()).values());
    }
}
