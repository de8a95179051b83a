package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.policy.Environment;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.Provider;
import java.util.ArrayList;
import java.util.List;

/** Snapshots in Azure that each copy the whole disk. */
final class AzureFullSnapshots implements Rule.OfEnvironment {
    @Override
    public String id() {
        return "store.azure-full-snapshots";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(EnvironmentPlan environment, Context context) {
        List<Environment.SnapshotLocation> locations = environment.environment().snapshotLocations();
        var found = new ArrayList<Diagnostic>();
        for (int i = 0; i < locations.size(); i++) {
            var location = locations.get(i);
            boolean azure = SnapshotPlugins.of(location)
                    .filter(plugin -> plugin == Provider.Plugin.AZURE)
                    .isPresent();
            if (azure && !"true".equals(location.config().get("incremental"))) {
                String pointer = "/spec/snapshotLocations/" + i;
                found.add(at(
                                environment
                                        .environment()
                                        .meta()
                                        .place(
                                                location.config().containsKey("incremental")
                                                        ? pointer + "/config/incremental"
                                                        : pointer),
                                "every snapshot in `%s` copies the whole disk and costs as much"
                                        .formatted(location.name()))
                        .help("write `config: {incremental: \"true\"}`"));
            }
        }
        return found;
    }
}
