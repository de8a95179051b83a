package dev.ballast.rules.store;

import dev.ballast.diagnostic.Place;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Volumes;
import java.util.List;
import java.util.Optional;

/** How a tier uses its store. */
final class StoreUse {
    private StoreUse() {}

    /** Where the store of a tier is chosen; the policy's own spec when it is the default one. */
    static Place.Field chosenAt(TierPlan tier, BackupPlan policy) {
        String ofTier = "/tiers/" + tier.tier().word() + "/store";
        if (policy.effective().has(ofTier)) {
            return policy.place(ofTier);
        }
        return policy.effective().has("/store")
                ? policy.place("/store")
                : policy.policy().meta().place("/spec").key();
    }

    /** Whether the contents of volumes are uploaded to the store. */
    static boolean uploads(TierPlan tier) {
        Volumes.Method method = tier.volumes().method();
        return method == Volumes.Method.FILE_SYSTEM
                || method == Volumes.Method.SNAPSHOT_MOVE
                || tier.volumes().rules().stream().anyMatch(rule -> rule.use().equals("file-system"));
    }

    /** Where it is said that the contents of volumes are uploaded to the store; nothing when only manifests go there. */
    static Optional<Place.Field> uploadsAt(TierPlan tier, BackupPlan policy) {
        Volumes.Method method = tier.volumes().method();
        if (method == Volumes.Method.FILE_SYSTEM || method == Volumes.Method.SNAPSHOT_MOVE) {
            return Optional.of(policy.volumesPlace(tier.tier(), "method"));
        }
        List<Volumes.Rule> rules = tier.volumes().rules();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).use().equals("file-system")) {
                return Optional.of(policy.volumesPlace(tier.tier(), "rules/" + i + "/use"));
            }
        }
        return Optional.empty();
    }
}
