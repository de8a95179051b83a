package dev.ballast.rules.store;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.PolicySet;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;

/** A store that no policy writes to. */
final class Unused implements Rule.OfFleet {
    @Override
    public String id() {
        return "store.unused";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        if (isPartlyUnread(context.set())) {
            return List.of();
        }
        var used = new HashSet<String>();
        var unused = new LinkedHashMap<String, StorePlan>();
        for (EnvironmentPlan environment : context.fleet().environments()) {
            environment
                    .policies()
                    .forEach(policy -> policy.tiers().forEach(tier -> {
                        StorePlan store = tier.store();
                        if (store != null) {
                            used.add(store.name());
                        }
                    }));
            for (StorePlan store : environment.stores().values()) {
                unused.putIfAbsent(store.name(), store);
                String replica = store.settings().facts().replicatesTo();
                if (replica != null) {
                    used.add(replica);
                }
                if ("readOnly".equals(store.settings().access())) {
                    used.add(store.name());
                }
            }
        }
        unused.keySet().removeAll(used);
        return unused.values().stream()
                .map(store -> at(
                        store.store().meta().namePlace(), "no policy writes to the store `%s`".formatted(store.name())))
                .toList();
    }

    /** What could not be read may use it; and a folder without any policy is only a part of one. */
    private static boolean isPartlyUnread(PolicySet set) {
        return set.policies().isEmpty()
                || set.names("BackupPolicy").size() > set.policies().size()
                || set.names("BackupClass").size() > set.classes().size();
    }
}
