package dev.ballast.reconcile;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.drift.CostDrift;
import dev.ballast.drift.ExecutionDrift;
import dev.ballast.drift.Health;
import dev.ballast.drift.ManifestDrift;
import dev.ballast.reconcile.Condition.Holds;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a policy. {@code Ready}, {@code Reconciling} and {@code Stalled} are about applying, as kstatus reads them: a policy is
 * ready when what it asks for is in the cluster, whether or not a backup was made yet. The others are about what came of it.
 */
final class Conditions {
    private Conditions() {}

    /** All of a policy's. */
    static List<Condition> of(Wanted wanted, Outcome outcome, boolean velero, @Nullable Health health, Money money) {
        Condition ready = ready(wanted, outcome, velero);
        boolean stalled = ready.reason() == Reason.INVALID || ready.reason() == Reason.OWNERSHIP_CONFLICT;
        boolean working = ready.holds() != Holds.TRUE && !stalled;
        return List.of(
                ready,
                new Condition(
                        "Reconciling",
                        Holds.of(working),
                        working ? ready.reason() : Reason.DONE,
                        working ? ready.message() : "there is nothing left to do"),
                new Condition(
                        "Stalled",
                        Holds.of(stalled),
                        stalled ? ready.reason() : Reason.WORKING,
                        stalled ? "only an edit helps: " + ready.message() : "nothing has to be edited"),
                inSync(ready, outcome),
                healthy(health),
                withinBudget(wanted, money),
                inLine(money));
    }

    private static Condition ready(Wanted wanted, Outcome outcome, boolean velero) {
        if (!wanted.isValid()) {
            Diagnostic first = wanted.errors().get(0);
            int more = wanted.errors().size() - 1;
            return no(Reason.INVALID, Findings.text(first) + (more == 0 ? "" : "; and %d more".formatted(more)));
        }
        if (wanted.isElsewhere()) {
            return yes(Reason.NOT_HERE, "this policy is for other environments");
        }
        if (!velero) {
            return no(Reason.VELERO_NOT_INSTALLED, "Velero's kinds are not in this cluster yet");
        }
        if (!outcome.conflicts().isEmpty()) {
            return no(Reason.OWNERSHIP_CONFLICT, outcome.conflicts().get(0).message());
        }
        String failure = outcome.failure();
        if (failure != null) {
            return no(Reason.APPLY_FAILED, failure);
        }
        String refusal = outcome.refusal();
        return refusal == null
                ? yes(
                        Reason.APPLIED,
                        "%d objects are as this policy asks"
                                .formatted(wanted.intents().size()))
                : no(Reason.PRUNE_REFUSED, refusal);
    }

    private static Condition inSync(Condition ready, Outcome outcome) {
        List<ManifestDrift> all = Stream.concat(outcome.conflicts().stream(), outcome.left().stream())
                .toList();
        if (!all.isEmpty()) {
            return new Condition("InSync", Holds.FALSE, Reason.of(all.get(0).kind()), Findings.text(all));
        }
        return ready.holds() == Holds.TRUE
                ? new Condition("InSync", Holds.TRUE, Reason.AS_WANTED, "nothing differs from what the policy asks")
                : new Condition("InSync", Holds.UNKNOWN, ready.reason(), ready.message());
    }

    private static Condition healthy(@Nullable Health health) {
        String type = "BackupsHealthy";
        if (health == null) {
            return new Condition(type, Holds.UNKNOWN, Reason.NOT_JUDGED, "nothing is promised here");
        }
        List<ExecutionDrift> bad = health.findings().stream()
                .filter(finding -> finding.kind().isProtection())
                .toList();
        if (!bad.isEmpty()) {
            return new Condition(
                    type,
                    Holds.FALSE,
                    Reason.of(bad.get(0).kind()),
                    bad.get(0).message() + (bad.size() == 1 ? "" : "; and %d more".formatted(bad.size() - 1)));
        }
        return health.lastGood().isEmpty()
                ? new Condition(type, Holds.UNKNOWN, Reason.NO_BACKUP_YET, "no backup was due yet")
                : new Condition(
                        type, Holds.TRUE, Reason.AS_PROMISED, "every restore point that is promised by now is there");
    }

    private static Condition withinBudget(Wanted wanted, Money money) {
        String type = "WithinBudget";
        List<Diagnostic> over = wanted.findings().stream()
                .filter(finding ->
                        finding.rule().startsWith("budget.") || finding.rule().equals("limit.budget"))
                .filter(finding -> finding.severity() != Severity.NOTE)
                .toList();
        if (!over.isEmpty()) {
            return new Condition(type, Holds.FALSE, Reason.OVER_BUDGET, Findings.text(over.get(0)));
        }
        return money.atRest() == null
                ? new Condition(type, Holds.UNKNOWN, Reason.NO_PRICE, "nothing of this policy has a price")
                : new Condition(type, Holds.TRUE, Reason.WITHIN_BUDGET, "no budget is exceeded");
    }

    private static Condition inLine(Money money) {
        CostDrift drift = money.drift();
        if (drift == null) {
            return new Condition("CostInLine", Holds.UNKNOWN, Reason.NOT_KNOWN, "nothing is known about its size");
        }
        return drift.alarming()
                ? new Condition("CostInLine", Holds.FALSE, Reason.COST_DRIFT, Findings.text(drift))
                : new Condition("CostInLine", Holds.TRUE, Reason.IN_LINE, "what is stored costs what it should by now");
    }

    private static Condition yes(Reason reason, String message) {
        return new Condition("Ready", Holds.TRUE, reason, message);
    }

    private static Condition no(Reason reason, String message) {
        return new Condition("Ready", Holds.FALSE, reason, message);
    }
}
