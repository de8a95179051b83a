package dev.ballast.guard;

import dev.ballast.observed.ObservedBackup;
import dev.ballast.simulator.SimulatedBucket;
import dev.ballast.simulator.SimulatedSchedule;
import dev.ballast.simulator.SimulatedVelero;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** A history, played through with a guard. */
final class Play {
    /** One history of so many is followed until all that was extended must have gone. */
    private static final int FOLLOWED = 4;

    private final History history;
    private final SimulatedVelero velero;
    private final Promises promises;
    private final GuardedCluster guarded;
    private final List<SimulatedSchedule> schedules = new ArrayList<>();

    private Play(History history) {
        this.history = history;
        this.velero = new SimulatedVelero(
                Scene.CLUSTER,
                new SimulatedBucket(),
                history.phases(),
                (schedule, start) -> history.outcome(schedule.tier(), start),
                history.from());
        for (History.Kept tier : history.tiers()) {
            schedules.add(velero.schedule(
                    "shop-" + tier.tier().word(),
                    "shop",
                    tier.tier(),
                    tier.calendar(),
                    Duration.ofSeconds(tier.ttl())));
        }
        this.promises = new Promises(history, velero);
        this.guarded = new GuardedCluster(
                velero,
                Scene.CLUSTER,
                history.wanted(),
                history.tiers().stream().map(this::guardedTier).toList(),
                promises);
    }

    private GuardedTier guardedTier(History.Kept tier) {
        return new GuardedTier(
                tier.tier(), tier.calendar(), Duration.ofSeconds(tier.ttl()), Instant.ofEpochSecond(history.from()));
    }

    /** What came of a history. */
    static Result of(History history) {
        var play = new Play(history);
        play.play();
        return new Result(play.promises.broken(), play.promises.extended());
    }

    /** What would have come of it without a guard. */
    static Result unguarded(History history) {
        var play = new Play(history);
        play.guarded.setGuarding(false);
        play.play();
        return new Result(play.promises.broken(), play.promises.extended());
    }

    /**
     * What came of it.
     *
     * @param broken each promise that was broken, with the time; none when all is well
     *
     * @param extended dates that were moved
     */
    record Result(List<String> broken, int extended) {}

    private void play() {
        long[] turns = history.troubles().stream()
                .flatMapToLong(trouble -> LongStream.of(trouble.from(), trouble.to()))
                .filter(time -> time <= history.to())
                .sorted()
                .distinct()
                .toArray();
        for (long time : turns) {
            guarded.runUntil(time);
            history.troubles().forEach(trouble -> turn(trouble, time));
            promises.happened();
        }
        guarded.runUntil(history.to());
        if (history.seed() % FOLLOWED == 0) {
            history.recovery().ifPresent(this::recover);
        }
    }

    private void recover(long time) {
        promises.end();
        velero.setAvailable(true);
        velero.setReadOnly(false);
        velero.start();
        schedules.forEach(schedule -> velero.pause(schedule, false));
        guarded.setGuarding(true);
        guarded.runUntil(history.to() + time);
        promises.recovered();
    }

    private void turn(Trouble trouble, long time) {
        if (time != trouble.from() && time != trouble.to()) {
            return;
        }
        boolean now = history.isDuring(trouble.kind(), time);
        boolean begins = time == trouble.from();
        switch (trouble.kind()) {
            case RUNS_FAIL -> {
                // The outcome of each run says so.
            }
            case VELERO_DOWN -> {
                if (now) {
                    velero.stop();
                } else {
                    velero.start();
                }
            }
            case STORE_DOWN -> velero.setAvailable(!now);
            case STORE_READ_ONLY -> velero.setReadOnly(now);
            case PAUSED -> schedules.forEach(schedule -> velero.pause(schedule, now));
            case GUARD_DOWN -> guarded.setGuarding(!now);
            case OBJECT_DELETED -> {
                if (begins) {
                    newest().ifPresent(backup -> velero.deleteObject(backup.name()));
                }
            }
            case DELETION_REQUESTED -> {
                if (begins) {
                    newest().ifPresent(backup -> velero.requestDeletion(backup.name()));
                }
            }
        }
    }

    private Optional<ObservedBackup> newest() {
        return velero.backups().stream()
                .filter(backup -> backup.phase().isGood())
                .max(Comparator.comparing(ObservedBackup::begun));
    }
}
