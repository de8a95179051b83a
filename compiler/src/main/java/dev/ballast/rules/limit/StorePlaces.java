package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Place;
import dev.ballast.plan.BackupPlan;
import dev.ballast.policy.Tier;

/** Where the store of a tier is chosen. */
final class StorePlaces {
    private StorePlaces() {}

    /** The tier's own choice, else the policy's, else, with a default store, where a choice would stand. */
    static Place.Field chosen(Tier tier, BackupPlan policy) {
        String ofTier = "/tiers/" + tier.word() + "/store";
        if (policy.effective().has(ofTier)) {
            return policy.place(ofTier);
        }
        return policy.effective().has("/store")
                ? policy.place("/store")
                : policy.policy().meta().place("/spec").key();
    }
}
