package dev.ballast.velero;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of object store, and what Velero's plugin for it must be told. Endpoints and settings are those of Velero's plugin
 * documentation and of reports by users of the S3-compatible stores.
 */
public enum Provider {
    AWS(Plugin.AWS, "", Map.of()),
    /** Any other S3-compatible store. */
    S3(Plugin.AWS, "", Map.of(Keys.PATH_STYLE, "true", Keys.CHECKSUM, "")),
    R2(Plugin.AWS, "https://{account}.r2.cloudflarestorage.com", Map.of(Keys.REGION, "auto", Keys.CHECKSUM, "")),
    MINIO(Plugin.AWS, "", Map.of(Keys.REGION, "minio", Keys.PATH_STYLE, "true", Keys.CHECKSUM, "")),
    WASABI(Plugin.AWS, "https://s3.{region}.wasabisys.com", Map.of(Keys.CHECKSUM, "")),
    B2(Plugin.AWS, "https://s3.{region}.backblazeb2.com", Map.of(Keys.CHECKSUM, "")),
    HETZNER(Plugin.AWS, "https://{region}.your-objectstorage.com", Map.of(Keys.CHECKSUM, "")),
    OCI(
            Plugin.AWS,
            "https://{account}.compat.objectstorage.{region}.oraclecloud.com",
            Map.of(Keys.PATH_STYLE, "true", Keys.CHECKSUM, "")),
    /** Accepts virtual-hosted requests only; Velero's file uploader makes path-style ones. */
    HUAWEI(Plugin.AWS, "https://obs.{region}.myhuaweicloud.com", Map.of(Keys.PATH_STYLE, "false", Keys.CHECKSUM, "")),
    DIGITALOCEAN(Plugin.AWS, "https://{region}.digitaloceanspaces.com", Map.of(Keys.CHECKSUM, "")),
    GCP(Plugin.GCP, "", Map.of()),
    AZURE(Plugin.AZURE, "", Map.of());

    /** Names of settings of the AWS plugin. */
    public static final class Keys {
        public static final String REGION = "region";
        public static final String S3_URL = "s3Url";
        public static final String PATH_STYLE = "s3ForcePathStyle";
        /** Must be present and empty where a store cannot take the SDK's default checksums. */
        public static final String CHECKSUM = "checksumAlgorithm";

        private Keys() {}
    }

    private final Plugin plugin;
    private final String endpointPattern;
    private final Map<String, String> settings;

    Provider(Plugin plugin, String endpointPattern, Map<String, String> settings) {
        this.plugin = plugin;
        this.endpointPattern = endpointPattern;
        this.settings = settings;
    }

    /** The provider with this word in a BackupStore. */
    public static Optional<Provider> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }

    /** The word used in a BackupStore. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Velero's plugin that serves it. */
    public Plugin plugin() {
        return plugin;
    }

    /** Whether it speaks S3 and is not Amazon's own. */
    public boolean s3Compatible() {
        return plugin == Plugin.AWS && this != AWS;
    }

    /** The endpoint with {@code {account}} and {@code {region}} to fill in; empty when it must be written. */
    public String endpointPattern() {
        return endpointPattern;
    }

    /** The settings it needs beside region and endpoint; a store's own config wins over them. */
    public Map<String, String> settings() {
        return settings;
    }

    /** The fields of a BackupStore without which nothing can be emitted. */
    public List<String> requiredFields() {
        return switch (this) {
            case AWS, WASABI, B2, HETZNER, HUAWEI, DIGITALOCEAN -> List.of("region");
            case S3 -> List.of("endpoint", "region");
            case MINIO -> List.of("endpoint");
            case R2, AZURE -> List.of("account");
            case OCI -> List.of("account", "region");
            case GCP -> List.of();
        };
    }

    /** A plugin of Velero's, with the config keys its release 1.14 accepts; any other key makes the location unavailable. */
    public enum Plugin {
        AWS(
                Set.of(
                        "region",
                        "s3Url",
                        "publicUrl",
                        "kmsKeyId",
                        "customerKeyEncryptionFile",
                        "customerKeyEncryptionSecret",
                        "s3ForcePathStyle",
                        "signatureVersion",
                        "credentialsFile",
                        "profile",
                        "serverSideEncryption",
                        "insecureSkipTLSVerify",
                        "enableSharedConfig",
                        "tagging",
                        "checksumAlgorithm"),
                Set.of("region", "altRegion", "profile", "enableSharedConfig", "credentialsFile")),
        GCP(
                Set.of("kmsKeyName", "serviceAccount", "credentialsFile"),
                Set.of("snapshotLocation", "project", "snapshotType", "volumeProject", "credentialsFile")),
        AZURE(
                Set.of(
                        "storageAccount",
                        "resourceGroup",
                        "subscriptionId",
                        "storageAccountKeyEnvVar",
                        "storageAccountURI",
                        "useAAD",
                        "activeDirectoryAuthorityURI",
                        "blockSizeInBytes",
                        "storageAccountSASTokenEnvVar",
                        "storageAccountBlobEndpoint",
                        "credentialsFile"),
                Set.of("apiTimeout", "resourceGroup", "subscriptionId", "incremental", "tags", "credentialsFile"));

        private final Set<String> storeKeys;
        private final Set<String> snapshotKeys;

        Plugin(Set<String> storeKeys, Set<String> snapshotKeys) {
            this.storeKeys = storeKeys;
            this.snapshotKeys = snapshotKeys;
        }

        /** The short name Velero expands: {@code aws}, {@code gcp} or {@code azure}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Keys of a BackupStorageLocation's config. */
        public Set<String> storeKeys() {
            return storeKeys;
        }

        /** Keys of a VolumeSnapshotLocation's config. */
        public Set<String> snapshotKeys() {
            return snapshotKeys;
        }

        /** The plugin with this word. */
        public static Optional<Plugin> of(String word) {
            return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
        }
    }
}
