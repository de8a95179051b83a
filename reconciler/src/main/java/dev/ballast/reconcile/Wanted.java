package dev.ballast.reconcile;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one policy comes to.
 *
 * @param generation of the policy that this was made of
 * @param orders how it is to be dealt with
 * @param plan absent for one that could not be resolved, or is not for this environment
 * @param intents its objects; none when it has errors
 * @param findings all about it and about what it refers to
 */
record Wanted(
        String policy,
        long generation,
        Orders orders,
        @Nullable BackupPlan plan,
        List<Intent> intents,
        List<Diagnostic> findings) {
    Wanted {
        intents = List.copyOf(intents);
        findings = List.copyOf(findings);
    }

    /** Whether it can be applied. */
    boolean isValid() {
        return errors().isEmpty();
    }

    /** Why it cannot be applied. */
    List<Diagnostic> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    /** Whether this is for another environment: nothing is wanted here, and nothing is wrong. */
    boolean isElsewhere() {
        return plan == null && isValid();
    }

    /** Whether any of its backups go to a store. */
    boolean usesStore(String store) {
        return plan != null
                && plan.tiers().stream()
                        .anyMatch(tier ->
                                tier.store() != null && tier.store().name().equals(store));
    }

    /** Whether nothing that is applied or told differs. */
    boolean isAlike(Wanted other) {
        return generation == other.generation
                && orders.equals(other.orders)
                && isElsewhere() == other.isElsewhere()
                && intents.equals(other.intents)
                && findings.equals(other.findings);
    }
}
