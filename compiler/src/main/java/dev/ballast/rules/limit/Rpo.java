package dev.ballast.rules.limit;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Severity;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.EnvironmentPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Due times that lie further apart than allowed. */
final class Rpo implements Rule.OfPolicy {
    @Override
    public String id() {
        return "limit.rpo";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Diagnostic> check(BackupPlan policy, EnvironmentPlan environment, Context context) {
        return Caps.least(policy, limits -> Optional.ofNullable(limits.rpo()))
                .filter(cap -> !policy.tiers().isEmpty() && !dense(policy, cap.span()))
                .flatMap(cap -> DueTimes.longestInterval(policy.tiers())
                        .filter(longest -> longest.compareTo(cap.span()) > 0)
                        .map(longest -> finding(policy, longest, cap)))
                .stream()
                .toList();
    }

    /** Whether one tier alone is known to run often enough, as in most policies. */
    private static boolean dense(BackupPlan policy, Duration most) {
        return policy.tiers().stream()
                .map(tier -> tier.rhythm().longest())
                .anyMatch(longest -> longest.isPresent() && longest.get().compareTo(most) <= 0);
    }

    private Diagnostic finding(BackupPlan policy, Duration longest, Caps.Cap cap) {
        Diagnostic finding = at(
                        place(policy),
                        "up to `%s` pass between two due times; at most `%s` is allowed"
                                .formatted(Caps.text(longest), Caps.text(cap.span())))
                .help("add a finer tier, or let the finest one run more often");
        return Caps.with(finding, cap.by(), "rpo");
    }

    private static Place.Field place(BackupPlan policy) {
        TierPlan finest = policy.tiers().get(0);
        String time = "/schedule/" + finest.tier().word();
        return policy.place(
                policy.effective().has(time) ? time : "/keep/" + finest.tier().word());
    }
}
