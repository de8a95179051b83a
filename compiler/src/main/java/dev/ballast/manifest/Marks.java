package dev.ballast.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ballast.plan.PrunerLabels;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.policy.Tier;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Labels and annotations by which emitted objects are known. */
final class Marks {
    static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    static final String BALLAST = "ballast";
    static final String POLICY = "ballast.dev/policy";
    static final String TIER = "ballast.dev/tier";
    static final String STORE = "ballast.dev/store";
    static final String CLUSTER = "ballast.dev/cluster";
    /** A hash of the emitted spec; an annotation, so that each Backup tells which spec made it. */
    static final String REVISION = "ballast.dev/revision";

    private static final JsonMapper JSON = new JsonMapper();

    private Marks() {}

    static Map<String, String> ofPolicy(BackupPolicy policy) {
        return Map.of(MANAGED_BY, BALLAST, POLICY, policy.name());
    }

    static Map<String, String> ofTier(Tier tier) {
        return Map.of(TIER, tier.word());
    }

    static Map<String, String> ofStore(String store) {
        return Map.of(MANAGED_BY, BALLAST, STORE, store);
    }

    /** Labels of the backups of a tier: the policy's own that no pruner follows, and ours. */
    static SortedMap<String, String> ofBackups(BackupPolicy policy, Tier tier, String cluster) {
        var labels = new TreeMap<String, String>();
        policy.meta().labels().forEach((key, value) -> {
            if (!PrunerLabels.contains(key)) {
                labels.put(key, value);
            }
        });
        labels.put(POLICY, policy.name());
        labels.put(TIER, tier.word());
        labels.put(CLUSTER, cluster);
        return labels;
    }

    static Manifest revision(Manifest manifest) {
        Object content = manifest.spec() == null ? manifest.data() : manifest.spec();
        try {
            return manifest.annotated(Map.of(REVISION, hash(JSON.writeValueAsBytes(content))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a value that we made cannot be written", e);
        }
    }

    /** Twelve hexadecimal digits of a SHA-256. */
    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
