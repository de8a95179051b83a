package dev.ballast.s3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.BackupStore;
import dev.ballast.velero.LocationConfig;
import dev.ballast.velero.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a bucket is, and how its server is spoken to.
 *
 * @param store the name of the store that has a part of it
 * @param prefix of the store, without slashes at its ends; empty for none
 * @param config of its location, by the names of Velero's plugin for AWS
 * @param caCert PEM text of further authorities that may vouch for the server
 */
public record BucketAddress(
        String store,
        String bucket,
        String prefix,
        Map<String, String> config,
        @Nullable String caCert) {
    public BucketAddress {
        prefix = prefix.replaceAll("^/+|/+$", "");
        config = Map.copyOf(config);
    }

    /**
     * The address of a store; nothing for one that does not speak S3.
     *
     * @param location what is in the cluster under its name: it says more of a store that somebody else installed
     */
    public static Optional<BucketAddress> of(StorePlan store, @Nullable ObservedLocation location) {
        if (store.provider().plugin() != Provider.Plugin.AWS) {
            return Optional.empty();
        }
        BackupStore.Settings settings = store.settings();
        String prefix = settings.prefix() == null ? "" : settings.prefix();
        var config = new TreeMap<String, String>(LocationConfig.of(settings));
        String trusted = settings.caCert();
        if (!settings.managed() && location != null) {
            JsonNode spec = location.live().root().path("spec");
            spec.path("config")
                    .properties()
                    .forEach(
                            entry -> config.put(entry.getKey(), entry.getValue().asText()));
            trusted = trusted == null ? decoded(spec.path("objectStorage").path("caCert")) : trusted;
        }
        return Optional.of(new BucketAddress(store.name(), settings.bucket(), prefix, config, trusted));
    }

    private static @Nullable String decoded(JsonNode base64) {
        try {
            return base64.isTextual()
                    ? new String(Base64.getMimeDecoder().decode(base64.textValue()), StandardCharsets.UTF_8)
                    : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** What all keys of the store begin with. */
    String beginning() {
        return prefix.isEmpty() ? "" : prefix + "/";
    }

    /** The URL of its server; nothing for Amazon's own. */
    Optional<String> endpoint() {
        return text(Provider.Keys.S3_URL);
    }

    Optional<String> region() {
        return text(Provider.Keys.REGION);
    }

    /** The profile of a credentials file that its location names. */
    Optional<String> profile() {
        return text("profile");
    }

    /** Whether the name of the bucket goes into the path, not into the name of the host. */
    boolean isPathStyle() {
        return Boolean.parseBoolean(config.get(Provider.Keys.PATH_STYLE));
    }

    /** Whether the server may have any certificate. */
    boolean trustsAnybody() {
        return Boolean.parseBoolean(config.get("insecureSkipTLSVerify"));
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(config.get(key)).filter(value -> !value.isEmpty());
    }
}
