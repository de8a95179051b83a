package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.DidYouMean;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A key of {@code config} that the store's plugin does not know, or that Velero fills in itself. */
final class UnknownConfigKey implements Rule.OfStore {
    private static final Map<String, String> FIELDS =
            Map.of("bucket", "bucket", "prefix", "prefix", "caCert", "caCert");
    private static final Map<String, String> MEANT = Map.of(
            "endpoint", "use the field `endpoint` of the store",
            "url", "use the field `endpoint` of the store",
            "kmsKey", "use the field `encryption.kmsKey` of the store");

    @Override
    public String id() {
        return "store.unknown-config-key";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(StorePlan store, EnvironmentPlan environment, Context context) {
        Provider.Plugin plugin = store.provider().plugin();
        var found = new ArrayList<Diagnostic>();
        for (String key : store.settings().config().keySet()) {
            Place.Field place =
                    store.effective().place("/config/" + key.replace("~", "~0").replace("/", "~1"));
            if (FIELDS.containsKey(key)) {
                found.add(at(place.key(), "Velero fills in `%s` itself and overwrites what stands here".formatted(key))
                        .help("use the field `%s` of the store".formatted(FIELDS.get(key))));
            } else if (!plugin.storeKeys().contains(key)) {
                found.add(at(place.key(), "the plugin `%s` has no key `%s`".formatted(plugin.word(), key))
                        .help(help(key, plugin)));
            }
        }
        return found;
    }

    private static String help(String key, Provider.Plugin plugin) {
        String meant = MEANT.get(key);
        if (meant != null && plugin == Provider.Plugin.AWS) {
            return meant;
        }
        return DidYouMean.closest(key, plugin.storeKeys())
                .map("did you mean `%s`?"::formatted)
                .orElse("its keys are %s".formatted(String.join(", ", new java.util.TreeSet<>(plugin.storeKeys()))));
    }
}
