package dev.ballast.reconcile;

import dev.ballast.drift.Expected;
import dev.ballast.drift.Health;
import dev.ballast.drift.TierHealth;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.observed.PolicyView;
import dev.ballast.plan.BackupPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a policy must be looked at again although nothing is heard of it: something is due, late, or over. */
final class Next {
    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofHours(1);

    private Next() {}

    /** From 5 s to an hour. */
    static Duration look(BackupPlan plan, Health health, PolicyView view, @Nullable Instant guard, Instant at) {
        Duration grace = plan.terms().alerts().grace();
        Stream<Instant> runs = health.tiers().stream()
                .map(TierHealth::nextRun)
                .filter(Objects::nonNull)
                .flatMap(due -> Stream.of(due.plusSeconds(1), due.plus(Expected.LATENESS), due.plus(grace)));
        Stream<Instant> late = health.tiers().stream()
                .map(TierHealth::lastRun)
                .filter(Objects::nonNull)
                .map(last -> last.plus(grace));
        Stream<Instant> ends =
                view.backups().stream().map(ObservedBackup::expires).filter(Objects::nonNull);
        Stream<Instant> watch = guard == null ? Stream.of() : Stream.of(guard);
        Duration next = Stream.of(runs, late, ends, watch)
                .flatMap(times -> times)
                .filter(time -> time.isAfter(at))
                .min(Comparator.naturalOrder())
                .map(time -> Duration.between(at, time))
                .orElse(MOST);
        return List.of(MOST, next.compareTo(LEAST) < 0 ? LEAST : next).stream()
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
