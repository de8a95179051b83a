package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A store that runs in the cluster whose backups it holds. */
final class InCluster implements Rule.OfStore {
    private static final String FACT = "/facts/inCluster";

    @Override
    public String id() {
        return "store.in-cluster";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(StorePlan store, EnvironmentPlan environment, Context context) {
        boolean copied = store.settings().facts().replicatesTo() != null;
        if (copied || !isInCluster(store)) {
            return List.of();
        }
        Place.Field place = store.effective().place(store.effective().has(FACT) ? FACT : Endpoints.pointer(store));
        return List.of(at(place, "the store runs in the cluster that it protects and is lost together with it")
                .help("use a store elsewhere, or replicate the bucket and name the copy in `facts.replicatesTo`"));
    }

    private static boolean isInCluster(StorePlan store) {
        if (store.effective().has(FACT)) {
            return store.settings().facts().inCluster();
        }
        return Endpoints.host(store)
                .filter(host -> host.endsWith(".svc")
                        || host.endsWith(".svc.cluster.local")
                        || host.endsWith(".svc.cluster.local.")
                        || !host.contains("."))
                .isPresent();
    }
}
