package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Environment;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Two snapshot locations of one provider. */
final class TwoSnapshotLocations implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "store.two-snapshot-locations";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        List<Environment.SnapshotLocation> locations = environment.environment().snapshotLocations();
        var meta = environment.environment().meta();
        var first = new HashMap<String, Integer>();
        var found = new ArrayList<Diagnostic>();
        for (int i = 0; i < locations.size(); i++) {
            String provider = SnapshotPlugins.name(locations.get(i));
            Integer other = first.putIfAbsent(provider, i);
            if (other != null) {
                found.add(at(
                                meta.place("/spec/snapshotLocations/" + i + "/provider"),
                                "`%s` and `%s` are both of the provider `%s`, and Velero allows a backup one of each"
                                        .formatted(
                                                locations.get(other).name(),
                                                locations.get(i).name(),
                                                provider))
                        .related(meta.place("/spec/snapshotLocations/" + other + "/provider"), "the other one")
                        .help("keep one of them"));
            }
        }
        return found;
    }
}
