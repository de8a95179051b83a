package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.LocationConfig;
import dev.ballast.velero.Provider;
import java.util.List;

/** An S3-compatible store that gets checksums which many of them refuse. */
final class Checksum implements Rule.OfStore {
    @Override
    public String id() {
        return "store.checksum";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(StorePlan store, EnvironmentPlan environment, Context context) {
        String algorithm = LocationConfig.of(store.settings()).get(Provider.Keys.CHECKSUM);
        if (!Endpoints.compatible(store) || "".equals(algorithm)) {
            return List.of();
        }
        String key = "/config/" + Provider.Keys.CHECKSUM;
        return List.of(
                algorithm == null
                        ? at(
                                        store.effective().place(Endpoints.pointer(store)),
                                        "the store is not Amazon's, and is sent checksums that many S3-compatible stores refuse")
                                .help("write `provider: s3`, or `config: {checksumAlgorithm: \"\"}`")
                        : at(
                                        store.effective().place(key),
                                        "checksums of the kind `%s` are refused by many S3-compatible stores"
                                                .formatted(algorithm))
                                .help("remove the key: Ballast switches checksums off for this provider"));
    }
}
