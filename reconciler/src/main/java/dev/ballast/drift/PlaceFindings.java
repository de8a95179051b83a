package dev.ballast.drift;

import dev.ballast.drift.ExecutionDrift.Kind;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.observed.ObservedSchedule;
import dev.ballast.plan.StorePlan;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What keeps a tier from being backed up at all: its Schedule, its store, a pause. */
final class PlaceFindings {
    private PlaceFindings() {}

    /** A Schedule that Velero refuses. */
    static Optional<ExecutionDrift> invalidSchedule(TierRuns tier, Commands commands) {
        ObservedSchedule schedule = tier.schedule();
        if (schedule == null || !tier.isRefused()) {
            return Optional.empty();
        }
        String errors = schedule.validationErrors().isEmpty()
                ? "it does not say why"
                : String.join("; ", schedule.validationErrors());
        return Optional.of(new ExecutionDrift(
                Kind.INVALID_SCHEDULE,
                tier.plan().tier(),
                ManagedFields.of(schedule.live()).last("f:status", "f:phase").orElse(null),
                1,
                List.of(),
                "Velero refuses the Schedule `%s`: %s".formatted(schedule.name(), errors),
                "no backup is made until it is corrected; see %s, and whether the Environment declares the version of its Velero"
                        .formatted(commands.get("schedules", schedule.name()))));
    }

    /** Stores that take nothing, one finding each. */
    static List<ExecutionDrift> stores(Situation situation, Commands commands) {
        var findings = new ArrayList<ExecutionDrift>();
        Map<String, List<Tier>> tiers = new TreeMap<>();
        for (TierRuns tier : situation.tiers()) {
            StorePlan store = tier.plan().store();
            if (store != null) {
                tiers.computeIfAbsent(store.name(), name -> new ArrayList<>())
                        .add(tier.plan().tier());
            }
        }
        tiers.forEach((name, of) -> {
            ObservedLocation location = situation.view().locations().get(name);
            if (location != null) {
                store(location, of, commands).ifPresent(findings::add);
            }
        });
        return findings;
    }

    private static Optional<ExecutionDrift> store(ObservedLocation location, List<Tier> tiers, Commands commands) {
        if (location.readOnly()) {
            return Optional.of(new ExecutionDrift(
                    Kind.STORE_READ_ONLY,
                    only(tiers),
                    location.checked(),
                    tiers.size(),
                    List.of(),
                    "the store `%s` is read-only: nothing is backed up to it, and nothing in it is collected"
                            .formatted(location.name()),
                    "make it writable again: " + commands.writable(location.name())));
        }
        if (location.state() != ObservedLocation.State.UNAVAILABLE) {
            return Optional.empty();
        }
        String message = location.message();
        return Optional.of(new ExecutionDrift(
                Kind.STORE_UNAVAILABLE,
                only(tiers),
                location.checked(),
                tiers.size(),
                List.of(),
                "Velero cannot reach the store `%s`%s"
                        .formatted(location.name(), message == null ? "" : ": " + message),
                "backups are refused until it is reached; see %s"
                        .formatted(commands.get("backupstoragelocations", location.name()))));
    }

    private static @Nullable Tier only(List<Tier> tiers) {
        return tiers.size() == 1 ? tiers.get(0) : null;
    }

    /** A pause: of the whole policy in one finding, else of each tier. */
    static List<ExecutionDrift> paused(Situation situation, Commands commands) {
        List<TierRuns> paused =
                situation.tiers().stream().filter(tier -> !tier.isRunning()).toList();
        if (paused.size() > 1 && paused.size() == situation.tiers().size()) {
            TierRuns first =
                    paused.stream().min((a, b) -> since(a).compareTo(since(b))).orElseThrow();
            return List.of(paused(situation, null, first, paused.size(), commands));
        }
        return paused.stream()
                .map(tier -> paused(situation, tier.plan().tier(), tier, 1, commands))
                .toList();
    }

    private static ExecutionDrift paused(
            Situation situation, @Nullable Tier tier, TierRuns first, int count, Commands commands) {
        boolean asked = Boolean.TRUE.equals(situation.plan().paused());
        String what = tier == null ? "backups are paused" : tier.word() + " backups are paused";
        return new ExecutionDrift(
                Kind.PAUSED,
                tier,
                since(first),
                count,
                List.of(),
                "%s since %s, %s; what is there goes on to expire"
                        .formatted(what, Wording.time(since(first)), asked ? "by `suspend: true`" : "by hand"),
                asked
                        ? "take `suspend` out to go on; Velero then makes up for what was missed with one run, at once"
                        : "go on with %s, or say `suspend: false` in the policy, which undoes every pause by hand"
                                .formatted(commands.unpause(first.plan().name())));
    }

    private static Instant since(TierRuns tier) {
        Instant since = tier.life().pausedSince();
        return since == null ? tier.at() : since;
    }
}
