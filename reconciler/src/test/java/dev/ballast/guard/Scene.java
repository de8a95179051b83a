package dev.ballast.guard;

import dev.ballast.calendar.CronDialect;
import dev.ballast.calendar.CronReading;
import dev.ballast.calendar.CronSchedule;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A policy and what there is of it, for one look of the guard. A backup is told by when it started; its tier's TTL counts from then, and it took
 * ten minutes.
 */
record Scene(int wanted, List<GuardedTier> tiers, List<ObservedBackup> backups, Set<String> deleting) {
    static final String CLUSTER = "prod";

    private static final Duration RUN = Duration.ofMinutes(10);

    static Scene wanting(int wanted) {
        return new Scene(wanted, List.of(), List.of(), Set.of());
    }

    static CronSchedule cron(String text) {
        return ((CronReading.Parsed) CronSchedule.parse(text, CronDialect.GO_CRON)).schedule();
    }

    Scene daily(int kept) {
        return tier(Tier.DAILY, "0 2 * * *", Duration.ofDays(kept), null);
    }

    Scene weekly(int kept) {
        return tier(Tier.WEEKLY, "0 3 * * 0", Duration.ofDays(7L * kept), null);
    }

    Scene tier(Tier tier, String cron, Duration ttl, @Nullable String since) {
        return new Scene(
                wanted,
                with(tiers, new GuardedTier(tier, cron(cron), ttl, since == null ? null : Instant.parse(since))),
                backups,
                deleting);
    }

    Scene good(Tier tier, String... starts) {
        Scene scene = this;
        for (String start : starts) {
            scene = scene.backup(backup(tier, start, BackupPhase.COMPLETED, CLUSTER, null));
        }
        return scene;
    }

    Scene failed(Tier tier, String... starts) {
        Scene scene = this;
        for (String start : starts) {
            scene = scene.backup(backup(tier, start, BackupPhase.FAILED, CLUSTER, null));
        }
        return scene;
    }

    Scene running(Tier tier, String start) {
        return backup(backup(tier, start, BackupPhase.IN_PROGRESS, CLUSTER, null));
    }

    Scene goodOf(String cluster, Tier tier, String start) {
        return backup(backup(tier, start, BackupPhase.COMPLETED, cluster, null));
    }

    /** One whose date the guard has moved before. */
    Scene extended(Tier tier, String start, String expires) {
        return backup(backup(tier, start, BackupPhase.COMPLETED, CLUSTER, expires));
    }

    Scene deleting(String name) {
        return new Scene(wanted, tiers, backups, Set.of(name));
    }

    Scene backup(ObservedBackup backup) {
        return new Scene(wanted, tiers, with(backups, backup), deleting);
    }

    List<Extension> at(String at) {
        return Guard.decide(input(at));
    }

    /** Each as {@code name until date}. */
    List<String> extended(String at) {
        return at(at).stream()
                .map(extension -> extension.backup() + " until " + extension.to())
                .toList();
    }

    Optional<Instant> nextLook(String at) {
        return Guard.nextLook(input(at));
    }

    GuardInput input(String at) {
        return new GuardInput(CLUSTER, wanted, tiers, backups, deleting, Instant.parse(at));
    }

    private ObservedBackup backup(
            Tier tier, String start, BackupPhase phase, String cluster, @Nullable String movedTo) {
        Instant started = Instant.parse(start);
        Instant expires = started.plus(tiers.stream()
                .filter(own -> own.tier() == tier)
                .map(GuardedTier::ttl)
                .findFirst()
                .orElse(tier.period().multipliedBy(7)));
        return new ObservedBackup(
                tier.word() + "-" + start.substring(0, 10),
                "uid-of-" + start,
                "shop",
                tier,
                cluster,
                "shop-" + tier.word(),
                "primary",
                phase,
                started,
                started,
                phase == BackupPhase.IN_PROGRESS ? null : started.plus(RUN),
                movedTo == null ? expires : Instant.parse(movedTo),
                List.of(),
                null,
                null,
                List.of(),
                movedTo == null ? null : expires,
                List.of());
    }

    private static <T> List<T> with(List<T> list, T added) {
        var more = new ArrayList<>(list);
        more.add(added);
        return List.copyOf(more);
    }
}
