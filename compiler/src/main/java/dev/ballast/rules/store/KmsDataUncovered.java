package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A key that encrypts the manifests of backups, and not their volumes. */
final class KmsDataUncovered implements Rule.OfEnvironment {
    private static final List<String> POINTERS = List.of(
            "/encryption/kmsKey",
            "/config/kmsKeyId",
            "/config/kmsKeyName",
            "/config/serverSideEncryption",
            "/config/customerKeyEncryptionFile",
            "/config/customerKeyEncryptionSecret");

    @Override
    public String id() {
        return "store.kms-data-uncovered";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        var uploading = new LinkedHashMap<String, StorePlan>();
        environment
                .policies()
                .forEach(policy -> policy.tiers().forEach(tier -> {
                    StorePlan store = tier.store();
                    if (store != null && StoreUse.uploads(tier)) {
                        uploading.put(store.name(), store);
                    }
                }));
        return uploading.values().stream()
                .filter(store -> store.settings().facts().encryption() == null)
                .flatMap(store -> key(store)
                        .map(pointer -> at(
                                        store.effective().place(pointer),
                                        "the key encrypts the manifests of backups; volumes are uploaded without it")
                                .help("let the bucket encrypt by default, and declare it as `facts.encryption`"))
                        .stream())
                .toList();
    }

    private static Optional<String> key(StorePlan store) {
        return store.provider().plugin() == Provider.Plugin.AZURE
                ? Optional.empty()
                : POINTERS.stream()
                        .filter(pointer -> store.effective().has(pointer))
                        .findFirst();
    }
}
