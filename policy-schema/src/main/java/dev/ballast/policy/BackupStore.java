package dev.ballast.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes live, as written. The fields stay undecoded, since a store too is overridden per environment.
 *
 * @param environments names or groups where it exists; empty means all
 */
public record BackupStore(Meta meta, Layer fields, List<String> environments, Map<String, Layer> overrides) {
    /** The name, unique among stores. */
    public String name() {
        return meta.name();
    }

    /**
     * The fields of a store in one environment.
     *
     * @param endpoint URL with scheme, when written
     * @param caCert PEM text
     * @param isDefault whether policies that name no store use it
     * @param access {@code readWrite}, {@code readOnly}, or absent: left to others
     * @param managed false when it exists already and is only referred to
     * @param objectsPrice key of the price book
     */
    public record Settings(
            String provider,
            @Nullable String account,
            String bucket,
            @Nullable String prefix,
            @Nullable String region,
            @Nullable String endpoint,
            @Nullable String caCert,
            @Nullable Credential credential,
            @Nullable String kmsKey,
            boolean isDefault,
            @Nullable String access,
            boolean managed,
            Map<String, String> config,
            @Nullable String objectsPrice,
            Facts facts) {}

    /** A key of a Secret in Velero's namespace. */
    public record Credential(String secret, String key) {}

    /** What is declared of the bucket itself; absent means unknown. Days from 0. */
    public record Facts(
            @Nullable Boolean versioning,
            @Nullable Integer noncurrentDays,
            @Nullable Integer expireDays,
            @Nullable String storageClass,
            List<Transition> transitions,
            @Nullable String encryption,
            @Nullable Lock lock,
            @Nullable String replicatesTo,
            boolean inCluster) {}

    /** A change of storage class by age. */
    public record Transition(int days, String storageClass) {}

    /** Object lock. */
    public record Lock(String mode, int days) {}
}
