package dev.ballast.plan;

import dev.ballast.policy.BackupStore;
import dev.ballast.velero.Provider;

/** A store in one environment. */
public record StorePlan(BackupStore store, BackupStore.Settings settings, Effective effective, Provider provider) {
    public String name() {
        return store.name();
    }
}
