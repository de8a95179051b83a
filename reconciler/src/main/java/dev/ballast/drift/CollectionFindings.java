package dev.ballast.drift;

import dev.ballast.drift.ExecutionDrift.Kind;
import dev.ballast.forecast.Forecaster;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedDeletion;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Backups that expired and that Velero does not collect: they are no restore points any longer, and are paid for. */
final class CollectionFindings {
    /** Velero looks once a period, and a look may be missed. */
    private static final Duration LATEST = Forecaster.COLLECTION_PERIOD.multipliedBy(2);

    /**
     * Why some are not collected.
     *
     * @param key the same for all that one finding tells
     * @param words of one of them
     */
    private record Reason(String key, String words, String help) {}

    private final Situation situation;
    private final Commands commands;

    CollectionFindings(Situation situation, Commands commands) {
        this.situation = situation;
        this.commands = commands;
    }

    /** One finding for each reason. */
    List<ExecutionDrift> all() {
        Map<String, List<ObservedBackup>> overdue = new LinkedHashMap<>();
        situation.backups().stream()
                .filter(this::isOverdue)
                .sorted(Comparator.comparing(ObservedBackup::asked)
                        .thenComparing(ObservedBackup::name)
                        .reversed())
                .forEach(backup -> overdue.computeIfAbsent(reason(backup).key(), key -> new ArrayList<>())
                        .add(backup));
        return overdue.values().stream()
                .map(those -> finding(reason(those.get(0)), those))
                .toList();
    }

    private boolean isOverdue(ObservedBackup backup) {
        Instant expires = backup.expires();
        return expires != null && !expires.plus(LATEST).isAfter(situation.at());
    }

    private ExecutionDrift finding(Reason reason, List<ObservedBackup> newestFirst) {
        Instant since = newestFirst.stream()
                .map(ObservedBackup::expires)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        var tiers = new HashSet<Tier>();
        newestFirst.forEach(backup -> tiers.add(backup.tier()));
        int count = newestFirst.size();
        return new ExecutionDrift(
                Kind.NOT_COLLECTED,
                tiers.size() == 1 ? newestFirst.get(0).tier() : null,
                since,
                count,
                Wording.names(newestFirst),
                "%s expired and %s not collected: %s"
                        .formatted(Wording.count(count, "backup"), count == 1 ? "is" : "are", reason.words()),
                reason.help());
    }

    private Reason reason(ObservedBackup backup) {
        if (!backup.heldBy().isEmpty()) {
            return new Reason(
                    "finalizer",
                    "deleted, but held by the finalizer `%s`".formatted(String.join("`, `", backup.heldBy())),
                    "whoever set the finalizer must remove it; see %s"
                            .formatted(commands.get("backups", backup.name())));
        }
        String store = backup.store();
        ObservedLocation location =
                store == null ? null : situation.view().locations().get(store);
        if (store != null && location == null) {
            return new Reason(
                    "gone " + store,
                    "the store `%s` is not there".formatted(store),
                    "create the BackupStorageLocation `%s` again; Velero deletes backups only through it"
                            .formatted(store));
        }
        if (location != null && location.readOnly()) {
            return new Reason(
                    "read-only " + store,
                    "the store `%s` is read-only".formatted(store),
                    "make it writable again: " + commands.writable(location.name()));
        }
        if (location != null && location.state() == ObservedLocation.State.UNAVAILABLE) {
            return new Reason(
                    "unavailable " + store,
                    "Velero cannot reach the store `%s`".formatted(store),
                    "see " + commands.get("backupstoragelocations", location.name()));
        }
        return deletion(backup);
    }

    private Reason deletion(ObservedBackup backup) {
        ObservedDeletion deletion = situation.view().deletions().get(backup.name());
        if (deletion != null && !deletion.errors().isEmpty()) {
            return new Reason(
                    "errors",
                    "Velero's deletion failed: " + String.join("; ", deletion.errors()),
                    "correct what it says; Velero tries again every hour, or at once with "
                            + commands.delete(backup.name()));
        }
        if (deletion != null && !deletion.phase().equals("Processed")) {
            return new Reason(
                    "asked",
                    "Velero was asked for the deletion and is not done",
                    "see what it says: " + commands.serverLog());
        }
        String failure = backup.gcFailure();
        return failure == null
                ? new Reason(
                        "unseen",
                        "Velero has not looked for two hours, or looks more seldom than once an hour",
                        "see whether Velero runs: %s, and its `--garbage-collection-frequency`"
                                .formatted(commands.server()))
                : new Reason(
                        failure,
                        "Velero says `%s`".formatted(failure),
                        "see what else it says: " + commands.serverLog());
    }
}
