package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.BackupStore;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A bucket whose objects cannot be deleted. */
final class ObjectLock implements Rule.OfStore {
    @Override
    public String id() {
        return "store.object-lock";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(StorePlan store, EnvironmentPlan environment, Context context) {
        BackupStore.Lock lock = store.settings().facts().lock();
        if (lock == null) {
            return List.of();
        }
        return List.of(at(
                        store.effective().place("/facts/lock").key(),
                        "objects are locked for %d days: what Velero deletes earlier stays, and maintenance of its repositories fails"
                                .formatted(lock.days()))
                .help("lock a replica of the bucket instead, and name it in `replicatesTo`"));
    }
}
