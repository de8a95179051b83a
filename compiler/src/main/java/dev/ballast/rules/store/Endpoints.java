package dev.ballast.rules.store;

import dev.ballast.plan.StorePlan;
import dev.ballast.velero.LocationConfig;
import dev.ballast.velero.Provider;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The servers of stores. */
final class Endpoints {
    /** Of these the file uploader cannot reach any bucket: they know no path-style requests. */
    private static final List<String> WITHOUT_PATHS = List.of("myhuaweicloud.com", "myqcloud.com", "aliyuncs.com");

    private Endpoints() {}

    /** The URL that Velero will use; nothing where the plugin knows it. */
    static Optional<String> url(StorePlan store) {
        String own = store.settings().config().get(Provider.Keys.S3_URL);
        return own == null ? LocationConfig.endpoint(store.provider(), store.settings()) : Optional.of(own);
    }

    /** The host of the URL in lower case; nothing when there is none, or when it is an address. */
    static Optional<String> host(StorePlan store) {
        return url(store).flatMap(Endpoints::host);
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost())
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .filter(host -> !host.startsWith("[") && !host.matches("[0-9.]+"));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** The pointer of what decides the URL. */
    static String pointer(StorePlan store) {
        return store.effective().has("/config/" + Provider.Keys.S3_URL)
                ? "/config/" + Provider.Keys.S3_URL
                : store.effective().has("/endpoint") ? "/endpoint" : "/provider";
    }

    /** Whether it speaks S3 and is not Amazon's own, whatever its provider is called. */
    static boolean compatible(StorePlan store) {
        return store.provider().s3Compatible()
                || (store.provider() == Provider.AWS
                        && url(store).isPresent()
                        && !host(store)
                                .filter(host -> host.matches("(.*\\.)?amazonaws\\.com(\\.cn)?"))
                                .isPresent());
    }

    /** Whether the store is known, or said, to refuse path-style requests. */
    static boolean refusesPaths(StorePlan store) {
        boolean unnamed = store.provider() == Provider.S3 || (store.provider() == Provider.AWS && compatible(store));
        return store.provider() == Provider.HUAWEI
                || host(store)
                        .filter(host -> WITHOUT_PATHS.stream().anyMatch(host::endsWith))
                        .isPresent()
                || (unnamed && "false".equals(store.settings().config().get(Provider.Keys.PATH_STYLE)));
    }
}
