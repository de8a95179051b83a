package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.DidYouMean;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Environment;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A key of a snapshot location's {@code config} that its plugin does not know. */
final class UnknownSnapshotKey implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "store.unknown-snapshot-key";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        List<Environment.SnapshotLocation> locations = environment.environment().snapshotLocations();
        var found = new ArrayList<Diagnostic>();
        for (int i = 0; i < locations.size(); i++) {
            var config = environment.environment().meta().place("/spec/snapshotLocations/" + i + "/config");
            for (String key : locations.get(i).config().keySet()) {
                SnapshotPlugins.of(locations.get(i))
                        .filter(plugin -> !plugin.snapshotKeys().contains(key))
                        .ifPresent(plugin -> found.add(at(
                                        config.child(key).key(),
                                        "the plugin `%s` has no key `%s` for snapshots".formatted(plugin.word(), key))
                                .help(help(key, plugin))));
            }
        }
        return found;
    }

    private static String help(String key, Provider.Plugin plugin) {
        return DidYouMean.closest(key, plugin.snapshotKeys())
                .map("did you mean `%s`?"::formatted)
                .orElse("its keys are %s".formatted(String.join(", ", new TreeSet<>(plugin.snapshotKeys()))));
    }
}
