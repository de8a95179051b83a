package dev.ballast.simulator;

/**
 * When the loops of a Velero server tick, in seconds after its start.
 *
 * @param schedules 0 to 59; once a minute every Schedule is looked at (pkg/controller/schedule_controller.go)
 * @param queue 0 to 59; once a minute the queue is looked at (pkg/controller/backup_queue_controller.go)
 * @param collection 0 to 3599; once an hour every Backup is (pkg/controller/gc_controller.go)
 * @param sync 0 to 59; once a minute the bucket is compared (pkg/controller/backup_sync_controller.go)
 */
public record Phases(long schedules, long queue, long collection, long sync) {
    /** All loops begin with the server. */
    public static final Phases ZERO = new Phases(0, 0, 0, 0);

    static final long MINUTE = 60;
    static final long HOUR = 3600;

    /** The first tick at or after a time. */
    static long tick(long start, long phase, long period, long time) {
        long first = start + phase;
        return time <= first ? first : first + (time - first + period - 1) / period * period;
    }
}
