package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A field without which the store cannot be reached. */
final class MissingField implements Rule.OfStore {
    @Override
    public String id() {
        return "store.missing-field";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** A location that cannot be reached is no location. */
    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(StorePlan store, EnvironmentPlan environment, Context context) {
        if (!store.settings().managed()) {
            return List.of();
        }
        var missing = new ArrayList<String>();
        if (store.settings().bucket().isEmpty()) {
            missing.add("bucket");
        }
        store.provider().requiredFields().stream()
                .filter(field -> !store.effective().has("/" + field) && !isConfigured(field, store))
                .forEach(missing::add);
        return missing.stream()
                .map(field -> at(
                        store.effective().place("/" + field).key(),
                        "a store of the provider `%s` needs `%s`"
                                .formatted(store.provider().word(), field)))
                .toList();
    }

    /** Whether the plugin is told by a key of its own, or needs the field only for a URL that is written out. */
    private static boolean isConfigured(String field, StorePlan store) {
        Map<String, String> config = store.settings().config();
        return switch (field) {
            case "region" -> config.containsKey(Provider.Keys.REGION);
            case "endpoint" -> config.containsKey(Provider.Keys.S3_URL);
            default ->
                store.provider() == Provider.AZURE
                        ? config.containsKey("storageAccount")
                        : config.containsKey(Provider.Keys.S3_URL)
                                || store.effective().has("/endpoint");
        };
    }
}
