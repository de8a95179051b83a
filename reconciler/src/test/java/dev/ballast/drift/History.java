package dev.ballast.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.LiveObject;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.ObservedDeletion;
import dev.ballast.observed.ObservedLocation;
import dev.ballast.observed.ObservedSchedule;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import dev.ballast.plan.TierPlan;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a cluster may hold of one policy, made up run by run. */
final class History {
    /** Not the name of its environment, which a cluster need not have. */
    static final String CLUSTER = "harbour";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    final BackupPlan plan;
    final List<ObservedBackup> backups = new ArrayList<>();
    private final List<ObservedSchedule> schedules = new ArrayList<>();
    private final Map<String, ObservedLocation> locations = new HashMap<>();
    private final Map<String, ObservedDeletion> deletions = new HashMap<>();
    private boolean uncollected;
    private final Map<Tier, TierLife> lives = new EnumMap<>(Tier.class);

    /** All Schedules created at a time, in a store that works. */
    History(BackupPlan plan, String since) {
        this.plan = plan;
        for (TierPlan tier : plan.tiers()) {
            lives.put(tier.tier(), new TierLife(Instant.parse(since), null));
            schedules.add(schedule(tier, since, "Enabled", List.of()));
        }
        store(ObservedLocation.State.AVAILABLE, null, false);
    }

    static LiveObject live(String json) {
        try {
            return new LiveObject(new JsonMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static ObservedSchedule schedule(TierPlan tier, String since, String phase, List<String> errors) {
        return new ObservedSchedule(
                tier.name(),
                Instant.parse(since),
                "shop",
                tier.tier(),
                tier.cron(),
                false,
                phase,
                null,
                errors,
                live(
                        "{\"metadata\": {\"namespace\": \"velero\", \"managedFields\": [{\"time\": \"2026-11-20T10:00:00Z\","
                                + " \"fieldsV1\": {\"f:status\": {\"f:phase\": {}}}}]}}"));
    }

    /** Another Schedule for a tier; none to delete it. */
    History schedule(Tier tier, @Nullable ObservedSchedule schedule) {
        schedules.removeIf(one -> one.tier() == tier);
        if (schedule != null) {
            schedules.add(schedule);
        }
        return this;
    }

    History paused(Tier tier, String since) {
        TierLife life = lives.get(tier);
        lives.put(tier, new TierLife(life == null ? Instant.EPOCH : life.since(), Instant.parse(since)));
        return this;
    }

    History store(ObservedLocation.State state, @Nullable String message, boolean readOnly) {
        locations.put(
                "primary",
                new ObservedLocation(
                        "primary",
                        state,
                        message,
                        readOnly,
                        Instant.parse("2026-11-21T08:59:00Z"),
                        live("{\"metadata\": {\"namespace\": \"velero\"}}")));
        return this;
    }

    History noStore() {
        locations.clear();
        return this;
    }

    History deletion(String backup, String phase, String... errors) {
        deletions.put(
                backup, new ObservedDeletion(backup, Instant.parse("2026-11-21T08:00:00Z"), phase, List.of(errors)));
        return this;
    }

    /** Good backups for every due time of a tier strictly after one time and before another, begun 20 seconds late. */
    History good(Tier tier, String after, String before) {
        return runs(tier, after, before, BackupPhase.COMPLETED);
    }

    History runs(Tier tier, String after, String before, BackupPhase phase) {
        TierPlan of = plan.tier(tier).orElseThrow();
        of.calendar()
                .runs(Instant.parse(after))
                .takeWhile(due -> due.isBefore(Instant.parse(before)))
                .forEach(due -> backups.add(backup(of, due.plusSeconds(20), phase)));
        return this;
    }

    /** One backup, begun at a time. */
    History one(Tier tier, String begun, BackupPhase phase) {
        backups.add(backup(plan.tier(tier).orElseThrow(), Instant.parse(begun), phase));
        return this;
    }

    /** Changes all backups that began on a day, in UTC. */
    History change(String day, UnaryOperator<ObservedBackup> change) {
        backups.replaceAll(backup -> backup.asked().toString().startsWith(day) ? change.apply(backup) : backup);
        return this;
    }

    static ObservedBackup backup(TierPlan tier, Instant begun, BackupPhase phase) {
        return new ObservedBackup(
                tier.name() + "-" + STAMP.format(begun),
                "",
                "shop",
                tier.tier(),
                CLUSTER,
                tier.name(),
                "primary",
                phase,
                begun,
                phase.isQueued() ? null : begun,
                phase.isGood() || phase.isBad() ? begun.plus(Duration.ofMinutes(3)) : null,
                phase.isQueued() ? null : begun.plus(tier.ttl()),
                List.of(),
                null,
                null);
    }

    PolicyView view() {
        return new PolicyView(schedules, backups, locations, deletions);
    }

    Health judged(String at) {
        return judged(Instant.parse(at));
    }

    /** Without what Velero has collected, unless it does not. */
    Health judged(Instant at) {
        List<ObservedBackup> left = backups.stream()
                .filter(backup -> uncollected
                        || backup.expires() == null
                        || backup.expires().plus(Duration.ofHours(1)).isAfter(at))
                .toList();
        return Execution.judge(plan, CLUSTER, lives, new PolicyView(schedules, left, locations, deletions), at);
    }

    /** Velero collects nothing. */
    History uncollected() {
        uncollected = true;
        return this;
    }
}
