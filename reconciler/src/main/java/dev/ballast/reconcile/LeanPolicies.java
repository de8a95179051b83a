package dev.ballast.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.cluster.SharedParts;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps of each policy what the framework and the loop read of it: its metadata and its status. What it says is kept elsewhere, as a document. */
final class LeanPolicies implements ItemStore<BackupPolicyResource> {
    private final Map<String, BackupPolicyResource> policies = new ConcurrentHashMap<>();
    private final SharedParts parts = new SharedParts();

    @Override
    public String getKey(BackupPolicyResource policy) {
        return Cache.metaNamespaceKeyFunc(policy);
    }

    @Override
    public @Nullable BackupPolicyResource put(String key, BackupPolicyResource policy) {
        return policies.put(key, lean(policy));
    }

    private BackupPolicyResource lean(BackupPolicyResource policy) {
        var lean = new BackupPolicyResource();
        lean.setMetadata(
                policy.getMetadata().edit().withManagedFields(List.of()).build());
        ObjectNode status = policy.getStatus();
        if (status != null) {
            lean.setStatus(parts.share(status.deepCopy()));
        }
        return lean;
    }

    @Override
    public @Nullable BackupPolicyResource remove(String key) {
        return policies.remove(key);
    }

    @Override
    public Stream<String> keySet() {
        return policies.keySet().stream();
    }

    @Override
    public Stream<BackupPolicyResource> values() {
        return policies.values().stream();
    }

    @Override
    public int size() {
        return policies.size();
    }

    @Override
    public @Nullable BackupPolicyResource get(String key) {
        return policies.get(key);
    }

    @Override
    public boolean isFullState() {
        return true;
    }
}
