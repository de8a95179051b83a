package dev.ballast.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one thing to know of a change: what can be restored after it. Plain text, names in backticks. */
final class Headline {
    private Headline() {}

    static String of(Comparison comparison) {
        ChangeSet changes = comparison.changes();
        if (changes.isEmpty()) {
            return "Nothing changes: what can be restored stays as it is.";
        }
        long abandoned = changes.abandoned().count();
        if (abandoned > 0) {
            return "The backups in %s are given up; %s."
                    .formatted(abandoned == 1 ? "1 location" : abandoned + " locations", Phrases.sum(changes));
        }
        List<Scoped> changed = changed(changes);
        return (changed.size() == 1 ? one(changed.get(0)) : many(changes, changed)) + money(changes);
    }

    /** What all of it costs, after what it can restore; nothing when no price is known. */
    private static String money(ChangeSet changes) {
        List<Spending.Total> totals = Spending.totals(changes);
        return totals.isEmpty()
                ? ""
                : " All together %s."
                        .formatted(String.join(
                                ", ",
                                totals.stream().map(Spending.Total::toString).toList()));
    }

    /** A policy and the environment that it is in. */
    record Scoped(EnvironmentChange environment, PolicyChange policy) {
        String name() {
            String environment = this.environment.name();
            return environment == null
                    ? "`%s`".formatted(policy.policy())
                    : "`%s` in `%s`".formatted(policy.policy(), environment);
        }
    }

    /** Every policy that does not stay as it is. */
    static List<Scoped> changed(ChangeSet changes) {
        var changed = new ArrayList<Scoped>();
        for (EnvironmentChange environment : changes.environments()) {
            environment.policies().stream()
                    .filter(policy -> policy.change() != Change.SAME)
                    .forEach(policy -> changed.add(new Scoped(environment, policy)));
        }
        return changed;
    }

    private static String one(Scoped scoped) {
        Outlook before = PlanText.outlook(scoped.policy().before());
        Outlook after = PlanText.outlook(scoped.policy().after());
        return switch (scoped.policy().change()) {
            case ADDED -> "%s is new: %s.".formatted(scoped.name(), reach(after));
            case REMOVED ->
                "%s is gone: no new backups are made, and those that exist go when they expire."
                        .formatted(scoped.name());
            default ->
                scoped.policy().staysInTheCluster() && Objects.equals(before, after)
                        ? "%s is estimated anew, and nothing changes in the cluster: %s."
                                .formatted(scoped.name(), reach(after))
                        : changed(scoped, before, after);
        };
    }

    private static String changed(Scoped scoped, @Nullable Outlook before, @Nullable Outlook after) {
        return Objects.equals(before, after)
                ? "%s changes, and what can be restored does not: %s.".formatted(scoped.name(), reach(after))
                : "%s changes: %s restore points at rest, look-back %s, RPO %s."
                        .formatted(
                                scoped.name(),
                                Phrases.move(Phrases.points(before), Phrases.points(after)),
                                Phrases.move(Phrases.lookback(before), Phrases.lookback(after)),
                                Phrases.move(Phrases.rpo(before), Phrases.rpo(after)));
    }

    private static String reach(@Nullable Outlook outlook) {
        if (outlook == null || outlook.restorePoints() == 0) {
            return "no restore points";
        }
        String lookback = Phrases.lookback(outlook);
        return "%d restore points at rest%s"
                .formatted(outlook.restorePoints(), lookback.isEmpty() ? "" : ", reaching back " + lookback);
    }

    private static String many(ChangeSet changes, List<Scoped> changed) {
        long less = changed.stream().filter(scoped -> Loss.of(scoped.policy())).count();
        String sum = Phrases.sum(changes) + ".";
        if (changed.isEmpty()) {
            return "What can be restored stays as it is; locations or Velero change.";
        }
        return less == 0
                ? "Nothing that can be restored today is lost: " + sum
                : "%s can restore less than before: %s".formatted(Phrases.policies(less), sum);
    }
}
