package dev.ballast.velero;

import dev.ballast.policy.BackupStore;
import dev.ballast.policy.Environment;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The {@code config} maps of storage and snapshot locations. */
public final class LocationConfig {
    private LocationConfig() {}

    /** Of a BackupStorageLocation: what the provider needs, then what the store says, then its own {@code config}. */
    public static SortedMap<String, String> of(BackupStore.Settings store) {
        var config = new TreeMap<String, String>();
        Provider provider = Provider.of(store.provider()).orElseThrow();
        config.putAll(provider.settings());
        switch (provider.plugin()) {
            case AWS -> {
                put(config, Provider.Keys.REGION, store.region());
                endpoint(provider, store).ifPresent(url -> config.put(Provider.Keys.S3_URL, url));
                if (store.kmsKey() != null) {
                    config.put("kmsKeyId", store.kmsKey());
                    config.put("serverSideEncryption", "aws:kms");
                }
            }
            case GCP -> put(config, "kmsKeyName", store.kmsKey());
            case AZURE -> put(config, "storageAccount", store.account());
        }
        config.putAll(store.config());
        return config;
    }

    /** Of a VolumeSnapshotLocation. */
    public static SortedMap<String, String> of(Environment.SnapshotLocation location) {
        var config = new TreeMap<String, String>();
        switch (location.provider()) {
            case "gcp" -> put(config, "snapshotLocation", location.region());
            case "azure" -> {
                // Azure keeps snapshots beside the disks; its plugin has no key for a region.
            }
            default -> put(config, "region", location.region());
        }
        config.putAll(location.config());
        return config;
    }

    /** The URL of the store, written or derived from account and region; nothing where the plugin knows it. */
    public static Optional<String> endpoint(Provider provider, BackupStore.Settings store) {
        if (store.endpoint() != null) {
            return Optional.of(store.endpoint());
        }
        if (provider.endpointPattern().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(provider.endpointPattern()
                .replace("{account}", store.account() == null ? "" : store.account())
                .replace("{region}", store.region() == null ? "" : store.region()));
    }

    private static void put(Map<String, String> config, String key, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            config.put(key, value);
        }
    }
}
