package dev.ballast.drift;

import dev.ballast.drift.ExecutionDrift.Kind;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.plan.TierPlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last runs of a tier, where they are late and were not made, and why. */
final class MissedRuns {
    private final TierRuns tier;
    private final Commands commands;

    /**
     * Why none was made.
     *
     * @param words to be put behind the fact
     */
    private record Why(String words, String help) {}

    MissedRuns(TierRuns tier, Commands commands) {
        this.tier = tier;
        this.commands = commands;
    }

    Optional<ExecutionDrift> finding() {
        List<TierRun> missed = tier.missed();
        if (missed.isEmpty()) {
            return Optional.empty();
        }
        TierPlan plan = tier.plan();
        Instant first = missed.get(0).expected().due();
        String what = missed.size() == 1
                ? "the %s run of `%s` that was due %s was not made"
                        .formatted(plan.tier().word(), plan.name(), Wording.time(first))
                : "%d %s runs of `%s` were not made, the first due %s"
                        .formatted(missed.size(), plan.tier().word(), plan.name(), Wording.time(first));
        Why why = why();
        return Optional.of(new ExecutionDrift(
                Kind.MISSED, plan.tier(), first, missed.size(), List.of(), what + why.words(), why.help()));
    }

    private Why why() {
        String now = commands.backupNow(tier.plan().name());
        if (tier.schedule() == null) {
            return new Why(
                    ": its Schedule is not there",
                    "let Ballast apply it again; Velero makes no backups of this tier until then");
        }
        if (tier.isRefused()) {
            return new Why(
                    ": Velero refuses its Schedule",
                    "correct the Schedule; until then backups are made by hand alone: " + now);
        }
        return overlapping()
                .map(backup -> new Why(
                        ": `%s` is not done, and Velero makes no second one meanwhile".formatted(backup.name()),
                        "see what takes it so long: " + commands.describe(backup.name())))
                .orElseGet(() -> new Why(
                        "",
                        "see whether Velero runs, %s, and what it says of the Schedule, %s; make the backup now with %s"
                                .formatted(commands.server(), commands.serverLog(), now)));
    }

    /** Velero makes no backup of a Schedule while another of it is new or in progress; it does not see the queue. */
    private Optional<ObservedBackup> overlapping() {
        return tier.backups().stream()
                .filter(backup -> backup.phase() == BackupPhase.NEW || backup.phase() == BackupPhase.IN_PROGRESS)
                .findFirst();
    }
}
