package dev.ballast.change;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which limits and budgets a change goes beyond. One that was exceeded before is no news, so that a repository that stands above a limit
 * can still be changed, unless the change makes it worse.
 */
public final class Crossings {
    private static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    private Crossings() {}

    /** Whether a finding is about a limit or a budget: such an error blocks a change and does not make a policy invalid. */
    public static boolean isBound(Diagnostic finding) {
        return finding.rule().startsWith("limit.") || finding.rule().startsWith("budget.");
    }

    /**
     * The crossings among the findings of the new side, in their order, and those of budgets that no exception lets pass.
     *
     * @param before findings of the old side
     * @param set all that the new side declares
     */
    public static List<Crossing> of(
            List<Diagnostic> before, List<Diagnostic> after, ChangeSet changes, PolicySet set, Instant at) {
        Set<Subject> stood = before.stream().map(Subject::of).collect(Collectors.toSet());
        var crossings = new ArrayList<Crossing>();
        for (Diagnostic finding : after) {
            if (isBound(finding) && finding.severity() == Severity.ERROR) {
                boolean known = stood.contains(Subject.of(finding));
                if (!known || isWorse(finding, changes)) {
                    crossings.add(new Crossing(
                            finding.rule(), finding.policy(), finding.environment(), finding.message(), known));
                }
            }
        }
        var excused = new Excused(set, at);
        Budgets.crossings(changes).stream()
                .filter(crossing -> !excused.covers(crossing))
                .filter(crossing -> crossings.stream().noneMatch(known -> isAbout(known, crossing)))
                .forEach(crossings::add);
        return List.copyOf(crossings);
    }

    /** Whether a finding says the same; one about several policies names none. */
    private static boolean isAbout(Crossing finding, Crossing budget) {
        return finding.rule().equals(budget.rule())
                && (finding.policy() == null || finding.policy().equals(budget.policy()))
                && (finding.environment() == null || finding.environment().equals(budget.environment()));
    }

    /** What a finding is about, whatever the numbers in its message. */
    private record Subject(
            String rule, @Nullable String policy, @Nullable String environment, String pointer) {
        static Subject of(Diagnostic finding) {
            String pointer = finding.place() instanceof Place.Field field ? field.pointer() : "";
            return new Subject(finding.rule(), finding.policy(), finding.environment(), pointer);
        }
    }

    private static boolean isWorse(Diagnostic finding, ChangeSet changes) {
        return changes.environments().stream()
                .filter(environment ->
                        finding.environment() == null || finding.environment().equals(environment.name()))
                .flatMap(environment -> environment.policies().stream())
                .filter(policy -> finding.policy() == null || finding.policy().equals(policy.policy()))
                .anyMatch(policy -> isWorse(finding.rule(), policy));
    }

    private static boolean isWorse(String rule, PolicyChange policy) {
        PolicyState before = policy.before();
        PolicyState after = policy.after();
        if (before == null || after == null) {
            return false;
        }
        return switch (rule) {
            case "limit.rpo" -> rpo(after).compareTo(rpo(before)) > 0;
            case "limit.lookback" -> lookback(after).compareTo(lookback(before)) < 0;
            case "limit.budget" ->
                Spending.delta(before.bill(), after.bill())
                        .filter(delta -> delta.amount().signum() > 0)
                        .isPresent();
            case "limit.retention-max" -> longest(after).compareTo(longest(before)) > 0;
            default -> false;
        };
    }

    private static Duration rpo(PolicyState state) {
        Outlook outlook = state.outlook();
        return outlook == null ? NEVER : Objects.requireNonNullElse(outlook.rpo(), NEVER);
    }

    private static Duration lookback(PolicyState state) {
        Outlook outlook = state.outlook();
        if (outlook == null) {
            return Duration.ZERO;
        }
        return outlook.forever() ? NEVER : Objects.requireNonNullElse(outlook.lookback(), Duration.ZERO);
    }

    private static Duration longest(PolicyState state) {
        return state.tiers().stream()
                .map(TierState::ttl)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
