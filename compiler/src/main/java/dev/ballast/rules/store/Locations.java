package dev.ballast.rules.store;

import dev.ballast.diagnostic.Place;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.Stores;
import dev.ballast.policy.Environment;
import dev.ballast.rules.Context;
import dev.ballast.velero.Provider;
import java.util.List;
import java.util.stream.Collectors;

/** Places that Velero writes to. */
final class Locations {
    private static final int MOST = 4;

    private Locations() {}

    /**
     * A store as one environment writes to it.
     *
     * @param bucket which one among all of the world
     * @param prefix without slashes around it; empty for the root
     */
    record Writer(Environment environment, boolean named, StorePlan store, String bucket, String prefix) {
        static Writer of(Environment environment, boolean named, StorePlan store) {
            String server = Endpoints.url(store)
                    .map(Locations::trimmed)
                    .orElse(String.valueOf(
                            store.provider() == Provider.AZURE
                                    ? store.settings().account()
                                    : ""));
            String bucket = "%s %s %s"
                    .formatted(
                            store.provider().plugin(),
                            server,
                            trimmed(store.settings().bucket()));
            String prefix = store.settings().prefix();
            return new Writer(environment, named, store, bucket, trimmed(prefix == null ? "" : prefix));
        }

        /** The same place in order, with what lies in a folder right behind it. */
        String path() {
            return prefix.isEmpty() ? "" : prefix + "/";
        }

        Place.Field place() {
            return store.effective().place(prefix.isEmpty() ? "/bucket" : "/prefix");
        }

        String title() {
            return named ? "`%s` in `%s`".formatted(store.name(), environment.name()) : "`%s`".formatted(store.name());
        }
    }

    /** All that are written to, also by environments that are not asked for: what they write to is no less theirs. */
    static List<Writer> writers(Context context) {
        boolean declared = !context.set().environments().isEmpty();
        List<Environment> environments = declared
                ? context.set().environments()
                : context.fleet().environments().stream()
                        .map(EnvironmentPlan::environment)
                        .toList();
        return environments.stream()
                .flatMap(environment -> Stores.of(context.set(), environment).values().stream()
                        .filter(store -> !store.settings().bucket().isEmpty())
                        .filter(store -> !"readOnly".equals(store.settings().access()))
                        .map(store -> Writer.of(environment, declared, store)))
                .toList();
    }

    /** Whether any of them belongs to an environment that was asked for. */
    static boolean isAsked(Context context, List<Writer> writers) {
        return writers.stream()
                .anyMatch(writer -> context.fleet().environments().stream()
                        .anyMatch(
                                plan -> plan.name().equals(writer.environment().name())));
    }

    /** Some of them by name; those beyond the first few are counted. */
    static String titles(List<Writer> writers) {
        String shown = writers.stream().limit(MOST).map(Writer::title).collect(Collectors.joining(", "));
        return writers.size() <= MOST ? shown : shown + " and %d more".formatted(writers.size() - MOST);
    }

    /** Without slashes around it, as Velero takes buckets and prefixes. */
    static String trimmed(String text) {
        return text.replaceAll("^/+|/+$", "");
    }
}
