package dev.ballast.rules.retention;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;

/** A policy for which no layer says what is kept, so that there is nothing to schedule. */
final class NothingKept implements Rule.OfPolicy {
    @Override
    public String id() {
        return "retention.nothing-kept";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        if (policy.effective().has("/keep") || hasUnknownClass(policy, context)) {
            return List.of();
        }
        String name = policy.policy().backupClass();
        String found = name == null
                ? "the policy has no `keep`, nor do the defaults of the environment"
                : "neither the policy nor its class `%s` has `keep`, nor do the defaults of the environment"
                        .formatted(name);
        return List.of(
                at(policy.policy().meta().place("/spec").key(), found + ": nothing says how many backups are wanted")
                        .help("add what is to be kept, for example `keep: {daily: 7, weekly: 4}`"));
    }

    /** What an unknown class would have kept cannot be known, and it is a finding already. */
    private static boolean hasUnknownClass(BackupPlan policy, Context context) {
        String name = policy.policy().backupClass();
        return name != null && context.set().backupClass(name).isEmpty();
    }
}
