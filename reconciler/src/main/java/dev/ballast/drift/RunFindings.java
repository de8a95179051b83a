package dev.ballast.drift;

import dev.ballast.drift.ExecutionDrift.Kind;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.plan.TierPlan;
import dev.ballast.report.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs of a tier that go wrong now: what a later good run made up for is history, which {@link PromiseFindings} tells. */
final class RunFindings {
    private final TierRuns tier;
    private final Commands commands;

    RunFindings(TierRuns tier, Commands commands) {
        this.tier = tier;
        this.commands = commands;
    }

    List<ExecutionDrift> all() {
        var all = new ArrayList<ExecutionDrift>();
        new MissedRuns(tier, commands).finding().ifPresent(all::add);
        List<ObservedBackup> bad = tier.lastBad();
        failed(bad).ifPresent(all::add);
        partiallyFailed(bad).ifPresent(all::add);
        refused(bad).ifPresent(all::add);
        stuck().ifPresent(all::add);
        return all;
    }

    private Optional<ExecutionDrift> failed(List<ObservedBackup> bad) {
        return of(Kind.FAILED, bad, BackupPhase.FAILED, "failed", "failed", "see why: %s; then make another: %s");
    }

    private Optional<ExecutionDrift> partiallyFailed(List<ObservedBackup> bad) {
        return of(
                Kind.PARTIALLY_FAILED,
                bad,
                BackupPhase.PARTIALLY_FAILED,
                "holds only a part",
                "hold only a part",
                "see what is missing: %s; then make another: %s");
    }

    private Optional<ExecutionDrift> refused(List<ObservedBackup> bad) {
        return of(
                Kind.REFUSED,
                bad,
                BackupPhase.FAILED_VALIDATION,
                "was refused by Velero",
                "were refused by Velero",
                "correct what it says, see %s; Velero does not repeat what it refused, so make another: %s");
    }

    private Optional<ExecutionDrift> of(
            Kind kind, List<ObservedBackup> bad, BackupPhase phase, String one, String many, String help) {
        List<ObservedBackup> those =
                bad.stream().filter(backup -> backup.phase() == phase).toList();
        if (those.isEmpty()) {
            return Optional.empty();
        }
        ObservedBackup newest = those.get(0);
        String word = plan().tier().word();
        String what = bad.size() == 1
                ? "the last %s backup %s".formatted(word, one)
                : "%s of the %d %s backups since the last good one %s"
                        .formatted(
                                those.size() == bad.size() ? "all" : those.size(),
                                bad.size(),
                                word,
                                those.size() == 1 ? one : many);
        return Optional.of(new ExecutionDrift(
                kind,
                plan().tier(),
                those.get(those.size() - 1).begun(),
                those.size(),
                Wording.names(those),
                what + reason(newest),
                help.formatted(
                        kind == Kind.REFUSED ? commands.describe(newest.name()) : commands.logs(newest.name()),
                        commands.backupNow(plan().name()))));
    }

    private static String reason(ObservedBackup backup) {
        String failure = backup.failure();
        if (!backup.validationErrors().isEmpty()) {
            return ": " + String.join("; ", backup.validationErrors());
        }
        return failure == null ? "" : ": " + failure;
    }

    private Optional<ExecutionDrift> stuck() {
        var stuck = new ArrayList<ObservedBackup>();
        for (ObservedBackup backup : tier.backups()) {
            if (tier.isStuck(backup)) {
                stuck.add(0, backup);
            }
        }
        if (stuck.isEmpty()) {
            return Optional.empty();
        }
        ObservedBackup oldest = stuck.get(stuck.size() - 1);
        boolean queued = oldest.phase().isQueued();
        Instant since = queued ? oldest.asked() : oldest.begun();
        String what = "the %s backup `%s` has been %s for %s"
                .formatted(
                        plan().tier().word(),
                        oldest.name(),
                        oldest.phase().word(),
                        Ages.text(Duration.between(since, tier.at())));
        String more = stuck.size() == 1 ? "" : ", and %d more with it".formatted(stuck.size() - 1);
        return Optional.of(new ExecutionDrift(
                Kind.STUCK,
                plan().tier(),
                since,
                stuck.size(),
                Wording.names(stuck),
                what + more,
                queued
                        ? "see what runs before it: %s; Velero makes one backup at a time unless its server has `--concurrent-backups`"
                                .formatted(commands.list("backups"))
                        : "see what it waits for: %s; a restart of Velero ends it as failed"
                                .formatted(commands.describe(oldest.name()))));
    }

    private TierPlan plan() {
        return tier.plan();
    }
}
