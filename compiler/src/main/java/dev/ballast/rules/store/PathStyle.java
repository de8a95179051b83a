package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** Volumes that are to be uploaded to a store which refuses the uploader's requests. */
final class PathStyle implements Rule.OfTier {
    @Override
    public String id() {
        return "store.path-style";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(TierPlan tier, BackupPlan policy, EnvironmentPlan environment, Context context) {
        StorePlan store = tier.store();
        if (store == null || !StoreUse.uploads(tier) || !Endpoints.refusesPaths(store)) {
            return List.of();
        }
        return StoreUse.uploadsAt(tier, policy).stream()
                .map(place -> finding(place, store))
                .toList();
    }

    private Diagnostic finding(Place place, StorePlan store) {
        return at(
                        place,
                        "volumes cannot be uploaded to the store `%s`: it takes virtual-hosted requests, and Velero's uploader makes path-style ones"
                                .formatted(store.name()))
                .related(store.effective().place(Endpoints.pointer(store)), "the store")
                .help("use the method `snapshot`, or another store");
    }
}
