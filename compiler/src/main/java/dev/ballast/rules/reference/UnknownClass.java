package dev.ballast.rules.reference;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.BackupPolicy;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.util.List;
import java.util.Set;

/** A policy that builds on a class which nobody wrote. */
final class UnknownClass implements Rule.OfFleet {
    @Override
    public String id() {
        return "reference.unknown-class";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    /** Without its class a policy promises something else. */
    @Override
    public boolean excusable() {
        return false;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        Set<String> known = context.set().names("BackupClass");
        return context.set().policies().stream()
                .filter(policy -> policy.backupClass() != null && !known.contains(policy.backupClass()))
                .map(policy -> finding(policy, String.valueOf(policy.backupClass()), known))
                .toList();
    }

    private Diagnostic finding(BackupPolicy policy, String name, Set<String> known) {
        return at(policy.meta().place("/spec/class"), "there is no BackupClass `%s`".formatted(name))
                .help(Names.help(name, known, "declare a BackupClass `%s`, or name one that exists".formatted(name)))
                .about(policy.name(), null);
    }
}
