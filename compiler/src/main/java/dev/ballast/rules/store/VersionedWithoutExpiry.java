package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.BackupStore;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A bucket that keeps old versions of objects for ever. */
final class VersionedWithoutExpiry implements Rule.OfStore {
    @Override
    public String id() {
        return "store.versioned-without-expiry";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(StorePlan store, EnvironmentPlan environment, Context context) {
        BackupStore.Facts facts = store.settings().facts();
        if (!Boolean.TRUE.equals(facts.versioning()) || facts.noncurrentDays() != null) {
            return List.of();
        }
        return List.of(at(
                        store.effective().place("/facts/versioning"),
                        "the bucket keeps a version of every object that Velero deletes, and nothing removes them")
                .help("let a lifecycle rule delete old versions, and declare it as `noncurrentDays`"));
    }
}
