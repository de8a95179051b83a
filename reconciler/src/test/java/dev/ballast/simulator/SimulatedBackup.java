package dev.ballast.simulator;

import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Backup, as it is in the cluster. */
final class SimulatedBackup {
    private static final long NEVER = Long.MAX_VALUE;

    final String name;
    final String uid;
    final String policy;
    final Tier tier;
    final String cluster;
    final SimulatedSchedule schedule;
    final long created;
    BackupPhase phase = BackupPhase.NEW;
    /** How it will have ended. */
    BackupPhase outcome = BackupPhase.NEW;

    long started = NEVER;
    long ends = NEVER;
    long completed = NEVER;
    long expires = NEVER;
    long original = NEVER;
    /** When collection is tried next. */
    long collection = NEVER;

    @Nullable
    String gcFailure;

    private @Nullable ObservedBackup seen;

    SimulatedBackup(String name, String uid, String cluster, SimulatedSchedule schedule, long created) {
        this.name = name;
        this.uid = uid;
        this.policy = schedule.policy();
        this.tier = schedule.tier();
        this.cluster = cluster;
        this.schedule = schedule;
        this.created = created;
    }

    boolean isRunning() {
        return phase == BackupPhase.IN_PROGRESS;
    }

    /** It is another one to those who look: what they saw is not to be used any longer. */
    void touched() {
        seen = null;
    }

    /** As it is read from the API server. */
    ObservedBackup observed() {
        ObservedBackup known = seen;
        if (known == null) {
            known = new ObservedBackup(
                    name,
                    uid,
                    policy,
                    tier,
                    cluster,
                    schedule.name(),
                    "default",
                    phase,
                    Instant.ofEpochSecond(created),
                    instant(started),
                    instant(completed),
                    instant(expires),
                    List.of(),
                    null,
                    gcFailure,
                    List.of(),
                    instant(original),
                    List.of());
            seen = known;
        }
        return known;
    }

    private static @Nullable Instant instant(long time) {
        return time == NEVER ? null : Instant.ofEpochSecond(time);
    }
}
