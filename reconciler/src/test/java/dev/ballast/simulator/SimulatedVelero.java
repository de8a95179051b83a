package dev.ballast.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ballast.calendar.CronSchedule;
import dev.ballast.observed.BackupPhase;
import dev.ballast.observed.ObservedBackup;
import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One cluster with Velero 1.18: one Backup at a time, one location. Times are seconds since 1970. At one instant runs end first, then come
 * collections, syncs, the queue, and Schedules.
 */
public final class SimulatedVelero {
    private static final long NEVER = Long.MAX_VALUE;

    private final String cluster;
    private final SimulatedBucket bucket;
    private final Phases phases;
    private final Outcomes outcomes;
    private final List<SimulatedSchedule> schedules = new ArrayList<>();
    private final List<SimulatedBackup> backups = new ArrayList<>();
    private final Deque<SimulatedBackup> queue = new ArrayDeque<>();
    private final List<Removal> removals = new ArrayList<>();

    private long now;
    private long started;
    private boolean up = true;
    private boolean available = true;
    private boolean readOnly;
    private long queueLook = NEVER;
    private long synced;
    private boolean objectsLost;
    private long changes;
    private long uids;

    public SimulatedVelero(String cluster, SimulatedBucket bucket, Phases phases, Outcomes outcomes, long start) {
        this.cluster = cluster;
        this.bucket = bucket;
        this.phases = phases;
        this.outcomes = outcomes;
        this.now = start;
        this.started = start;
    }

    /** A new Schedule; it is due when its cron says, not at once. */
    public SimulatedSchedule schedule(String name, String policy, Tier tier, CronSchedule calendar, Duration ttl) {
        var schedule = new SimulatedSchedule(name, policy, tier, calendar, ttl, now);
        schedules.add(schedule);
        return schedule;
    }

    /** Takes a Schedule away; its Backups stay. */
    public void remove(SimulatedSchedule schedule) {
        schedules.remove(schedule);
    }

    /** Sets {@code spec.paused}. */
    public void pause(SimulatedSchedule schedule, boolean paused) {
        schedule.pause(paused);
    }

    /** What the last check of the location said: while it is not there runs fail and nothing is collected. */
    public void setAvailable(boolean isAvailable) {
        available = isAvailable;
    }

    /** {@code spec.accessMode: ReadOnly}. */
    public void setReadOnly(boolean isReadOnly) {
        readOnly = isReadOnly;
    }

    /** The server ends. */
    public void stop() {
        up = false;
    }

    /** The server starts: what ran has failed, and everything is looked at, as all objects are new to it. */
    public void start() {
        up = true;
        started = now;
        for (SimulatedBackup backup : backups) {
            if (backup.isRunning()) {
                end(backup, BackupPhase.FAILED);
            }
            if (backup.expires != NEVER) {
                backup.collection =
                        backup.expires <= now ? now : tick(phases.collection(), Phases.HOUR, backup.expires);
            }
        }
        queueLook = queue.isEmpty() ? NEVER : tick(phases.queue(), Phases.MINUTE, now);
        collectAll();
    }

    public long now() {
        return now;
    }

    /** When something happens next; {@code Long.MAX_VALUE} when never. */
    public long next() {
        if (!up) {
            return NEVER;
        }
        long next = queueLook;
        for (SimulatedSchedule schedule : schedules) {
            next = Math.min(next, fires(schedule));
        }
        for (SimulatedBackup backup : backups) {
            next = Math.min(next, Math.min(backup.ends, backup.collection));
        }
        return isUnsynced() ? Math.min(next, tick(phases.sync(), Phases.MINUTE, now + 1)) : next;
    }

    /** Lets everything happen that does until a time, and at it. */
    public void runUntil(long time) {
        for (long next = next(); next <= time; next = next()) {
            happen(next);
        }
        now = time;
    }

    private void happen(long time) {
        now = time;
        for (SimulatedBackup backup : backups) {
            if (backup.ends <= now) {
                end(backup, backup.outcome);
            }
        }
        collectAll();
        if (isUnsynced() && now == tick(phases.sync(), Phases.MINUTE, now)) {
            sync();
        }
        if (queueLook <= now) {
            queueLook = NEVER;
            takeUp();
        }
        for (SimulatedSchedule schedule : schedules) {
            if (fires(schedule) <= now) {
                create(schedule);
            }
        }
    }

    /** When a Schedule makes its next Backup: at a tick of the loop, and not while one of its own is new or runs. */
    private long fires(SimulatedSchedule schedule) {
        if (schedule.isPaused() || schedule.due() == NEVER) {
            return NEVER;
        }
        long from = schedule.due();
        for (SimulatedBackup backup : backups) {
            if (backup.schedule == schedule && backup.isRunning()) {
                from = Math.max(from, backup.ends);
            }
        }
        return tick(phases.schedules(), Phases.MINUTE, Math.max(from, now));
    }

    private void create(SimulatedSchedule schedule) {
        String name = schedule.name() + stamp(now);
        var backup = new SimulatedBackup(name, uid(), cluster, schedule, now);
        schedule.fired(now);
        backup.phase = BackupPhase.QUEUED;
        backups.add(backup);
        queue.add(backup);
        changes++;
        if (queueLook == NEVER) {
            takeUp();
        }
    }

    /** The first in the queue starts if nothing runs; what waits is looked at again a minute later. */
    private void takeUp() {
        while (!queue.isEmpty() && backups.stream().noneMatch(SimulatedBackup::isRunning)) {
            begin(queue.remove());
        }
        queueLook = queue.isEmpty() ? NEVER : tick(phases.queue(), Phases.MINUTE, now + 1);
    }

    private void begin(SimulatedBackup backup) {
        backup.started = now;
        setExpiry(backup, now + backup.schedule.ttl());
        if (!available || readOnly) {
            end(backup, BackupPhase.FAILED_VALIDATION);
            return;
        }
        backup.phase = BackupPhase.IN_PROGRESS;
        Outcome outcome = outcomes.of(backup.schedule, now);
        backup.outcome = outcome.phase();
        backup.ends = now + outcome.seconds();
        backup.touched();
        changes++;
    }

    private void end(SimulatedBackup backup, BackupPhase phase) {
        backup.phase = phase;
        backup.completed = now;
        backup.ends = NEVER;
        backup.touched();
        changes++;
        if (phase == BackupPhase.COMPLETED || phase == BackupPhase.PARTIALLY_FAILED) {
            bucket.store(backup);
            synced = synced == bucket.version() - 1 ? bucket.version() : synced;
        }
    }

    private void setExpiry(SimulatedBackup backup, long expires) {
        backup.expires = expires;
        backup.collection = tick(phases.collection(), Phases.HOUR, Math.max(expires, now));
        backup.touched();
    }

    private void collectAll() {
        for (int i = 0; i < backups.size(); i++) {
            SimulatedBackup backup = backups.get(i);
            if (backup.collection <= now && collect(backup)) {
                backups.remove(i--);
            }
        }
    }

    /** One look of the garbage collection at an expired Backup. */
    private boolean collect(SimulatedBackup backup) {
        backup.collection = tick(phases.collection(), Phases.HOUR, Math.max(backup.expires, now + 1));
        if (backup.expires > now) {
            return false;
        }
        if (readOnly) {
            backup.gcFailure = "BSLReadOnly";
            backup.touched();
        }
        return canDelete(backup) && delete(backup, Removal.Cause.COLLECTED);
    }

    private boolean canDelete(SimulatedBackup backup) {
        return available && !readOnly && !backup.isRunning();
    }

    private boolean delete(SimulatedBackup backup, Removal.Cause cause) {
        boolean inStep = synced == bucket.version();
        bucket.delete(backup.name);
        synced = inStep ? bucket.version() : synced;
        queue.remove(backup);
        removed(backup, cause);
        return true;
    }

    private void removed(SimulatedBackup backup, Removal.Cause cause) {
        removals.add(new Removal(backup.observed(), now, cause));
        changes++;
    }

    private boolean isUnsynced() {
        return available && (objectsLost || synced != bucket.version());
    }

    /** What the bucket has and the cluster has not comes back as the bucket has it; what was good and the bucket has no longer goes. */
    private void sync() {
        objectsLost = false;
        synced = bucket.version();
        for (SimulatedBackup backup : List.copyOf(backups)) {
            boolean uploaded = backup.phase.isGood() || backup.phase == BackupPhase.PARTIALLY_FAILED;
            if (uploaded && !bucket.has(backup.name)) {
                backups.remove(backup);
                removed(backup, Removal.Cause.ORPHANED);
            }
        }
        for (Map.Entry<String, SimulatedBucket.Stored> file : bucket.stored().entrySet()) {
            if (find(file.getKey()).isEmpty()) {
                bringBack(file.getKey(), file.getValue());
            }
        }
        collectAll();
    }

    /** A Backup that is created is looked at by the collection at once. */
    private void bringBack(String name, SimulatedBucket.Stored file) {
        var backup = new SimulatedBackup(name, uid(), file.cluster(), file.schedule(), now);
        backup.phase = file.phase();
        backup.started = file.started();
        backup.completed = file.completed();
        backup.expires = file.expires();
        backup.collection = now;
        backups.add(backup);
        changes++;
    }

    /** {@code kubectl delete backup}: the object alone goes. */
    public void deleteObject(String name) {
        find(name).ifPresent(backup -> {
            backups.remove(backup);
            queue.remove(backup);
            objectsLost = true;
            removed(backup, Removal.Cause.OBJECT_DELETED);
        });
    }

    /** A DeleteBackupRequest, done at once; whether it was not refused. */
    public boolean requestDeletion(String name) {
        Optional<SimulatedBackup> found = find(name).filter(this::canDelete);
        found.ifPresent(backup -> {
            delete(backup, Removal.Cause.REQUESTED);
            backups.remove(backup);
        });
        return found.isPresent();
    }

    /** A JSON merge patch of a Backup; whether it was not refused because the name belongs to another object. */
    public boolean patch(String name, JsonNode patch) {
        Optional<SimulatedBackup> found = find(name)
                .filter(backup -> patch.at("/metadata/uid").asText(backup.uid).equals(backup.uid));
        found.ifPresent(backup -> {
            JsonNode annotations = patch.at("/metadata/annotations");
            if (annotations.has(ObservedBackup.ORIGINAL_EXPIRATION)) {
                backup.original = seconds(annotations.path(ObservedBackup.ORIGINAL_EXPIRATION));
            }
            setExpiry(backup, seconds(patch.at("/status/expiration")));
            changes++;
        });
        return found.isPresent();
    }

    private static long seconds(JsonNode time) {
        return Instant.parse(time.asText()).getEpochSecond();
    }

    /** What the API server lists, in the order of creation. */
    public List<ObservedBackup> backups() {
        var observed = new ArrayList<ObservedBackup>(backups.size());
        for (SimulatedBackup backup : backups) {
            observed.add(backup.observed());
        }
        return observed;
    }

    /** Backups that went, first to last. */
    public List<Removal> removals() {
        return removals;
    }

    /** A number that rises whenever a Backup comes, changes or goes. */
    public long changes() {
        return changes;
    }

    private Optional<SimulatedBackup> find(String name) {
        for (SimulatedBackup backup : backups) {
            if (backup.name.equals(name)) {
                return Optional.of(backup);
            }
        }
        return Optional.empty();
    }

    private String uid() {
        return cluster + "-" + uids++;
    }

    private long tick(long phase, long period, long time) {
        return Phases.tick(started, phase, period, time);
    }

    /** {@code -YYYYMMDDhhmmss}. */
    private static String stamp(long time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time, 0, ZoneOffset.UTC);
        long date = (utc.getYear() * 100L + utc.getMonthValue()) * 100 + utc.getDayOfMonth();
        long clock = (utc.getHour() * 100L + utc.getMinute()) * 100 + utc.getSecond();
        return "-" + (date * 1_000_000 + clock);
    }
}
