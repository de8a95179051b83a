package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.BackupStore;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import dev.ballast.velero.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A storage class from which objects cannot be read at once. */
final class ColdClass implements Rule.OfStore {
    private static final Set<String> COLD = Set.of(
            "GLACIER",
            "GLACIER_FLEXIBLE_RETRIEVAL",
            "FLEXIBLE",
            "FLEXIBLE_RETRIEVAL",
            "DEEP_ARCHIVE",
            "GLACIER_DEEP_ARCHIVE");

    @Override
    public String id() {
        return "store.cold-class";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(StorePlan store, EnvironmentPlan environment, Context context) {
        BackupStore.Facts facts = store.settings().facts();
        var found = new ArrayList<Diagnostic>();
        if (facts.storageClass() != null && isCold(facts.storageClass(), store.provider())) {
            found.add(finding(facts.storageClass(), store, "/facts/storageClass"));
        }
        for (int i = 0; i < facts.transitions().size(); i++) {
            String storageClass = facts.transitions().get(i).storageClass();
            if (isCold(storageClass, store.provider())) {
                found.add(finding(storageClass, store, "/facts/transitions/" + i + "/class"));
            }
        }
        return found;
    }

    private Diagnostic finding(String storageClass, StorePlan store, String pointer) {
        return at(
                        store.effective().place(pointer),
                        "objects in `%s` must be thawed before they can be read, which Velero does not do"
                                .formatted(storageClass))
                .help("use a class that is read at once, such as `GLACIER_IR` or `Cold`");
    }

    private static boolean isCold(String storageClass, Provider provider) {
        String name = storageClass.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        // Google's archive is read at once; Azure's and Oracle's are not.
        return COLD.contains(name)
                || (name.equals("ARCHIVE") && provider != Provider.GCP)
                || (name.equals("COLD") && provider == Provider.HUAWEI);
    }
}
