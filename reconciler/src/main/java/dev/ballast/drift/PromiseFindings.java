package dev.ballast.drift;

import dev.ballast.drift.ExecutionDrift.Kind;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.report.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What can be restored, held against what was promised. */
final class PromiseFindings {
    private PromiseFindings() {}

    /** Fewer restore points in a tier than promised by now, by runs of which it is known how they went. */
    static Optional<ExecutionDrift> tooFew(TierRuns tier, Commands commands) {
        List<TierRun> promised = tier.promised().toList();
        int lacking = (int) promised.stream().filter(tier::isSettled).count() - tier.points();
        if (lacking <= 0) {
            return Optional.empty();
        }
        List<TierRun> without =
                promised.stream().filter(run -> !run.isPoint(tier.at())).toList();
        var bad = new ArrayList<ObservedBackup>();
        without.forEach(run -> bad.addAll(0, run.made()));
        return Optional.of(new ExecutionDrift(
                Kind.TOO_FEW,
                tier.plan().tier(),
                without.get(0).expected().due(),
                lacking,
                Wording.names(bad),
                "%d of %d %s restore points are there: %s"
                        .formatted(
                                tier.points(),
                                promised.size(),
                                tier.plan().tier().word(),
                                reasons(tier, without)),
                help(tier, without.get(without.size() - 1), commands)));
    }

    private static String help(TierRuns tier, TierRun last, Commands commands) {
        String now = commands.backupNow(tier.plan().name());
        return tier.isWell()
                ? "nothing needs to be done: the gap closes by itself by %s; to close it now, make a backup: %s"
                        .formatted(Wording.time(last.expected().expires()), now)
                : "correct what else is said of this tier, then make a backup: " + now;
    }

    private static String reasons(TierRuns tier, List<TierRun> without) {
        List<TierRun> missed = tier.missed();
        Map<String, Integer> counts = new TreeMap<>();
        without.forEach(run -> counts.merge(reason(tier, run, missed.contains(run)), 1, Integer::sum));
        var reasons = new StringJoiner(", ");
        counts.forEach((reason, number) -> reasons.add(number + " " + reason));
        return reasons.toString();
    }

    /** In words that are the same for one and for many. */
    private static String reason(TierRuns tier, TierRun run, boolean missed) {
        return switch (run.outcome()) {
            case NONE -> missed ? "not made" : gone(tier, run);
            case GOOD -> "expired early";
            case UNDER_WAY -> "not done";
            case FAILED -> "failed";
            case PARTIALLY_FAILED -> "failed in part";
            case REFUSED -> "refused";
            case OTHER -> "being deleted";
        };
    }

    private static String gone(TierRuns tier, TierRun run) {
        if (tier.isGone(run)) {
            return "deleted";
        }
        return tier.isLate(run) ? "not made, or deleted" : "not made yet";
    }

    /**
     * The newest good backup is older than the longest interval of a tier that runs, and its grace. A backup that is being made is given its
     * time; and a tier that is younger than its interval promises nothing yet.
     */
    static Optional<ExecutionDrift> stale(Situation situation, Commands commands) {
        Instant lastGood = situation.tiers().stream()
                .flatMap(tier -> tier.lastGood().stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (situation.tiers().stream().anyMatch(TierRuns::isUnderWay)) {
            return Optional.empty();
        }
        for (TierRuns tier : situation.tiers()) {
            Duration longest = tier.plan().rhythm().longest().orElse(null);
            Instant since = tier.life().since();
            Instant from = lastGood == null || lastGood.isBefore(since) ? since : lastGood;
            if (tier.isRunning()
                    && longest != null
                    && from.plus(longest).plus(tier.grace()).isBefore(situation.at())) {
                String state = lastGood == null
                        ? "there is no good backup"
                        : "the last good backup is from %s, %s ago"
                                .formatted(
                                        Wording.time(lastGood), Ages.text(Duration.between(lastGood, situation.at())));
                return Optional.of(new ExecutionDrift(
                        Kind.STALE,
                        null,
                        from.plus(longest),
                        1,
                        List.of(),
                        "%s; promised is one at least every %s".formatted(state, Ages.text(longest)),
                        "make one now: " + commands.backupNow(tier.plan().name())));
            }
        }
        return Optional.empty();
    }
}
