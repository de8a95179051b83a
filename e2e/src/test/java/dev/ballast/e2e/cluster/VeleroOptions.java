package dev.ballast.e2e.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a {@link VeleroServer} is started.
 *
 * @param namespace in which it works
 * @param collection time between two looks for expired Backups; Velero's default is an hour
 * @param validation time between two looks at each location; Velero's default is a minute
 * @param sync time between two readings of each bucket; Velero's default is a minute
 * @param concurrency how many Backups are made at once; Velero's default is one
 * @param environment variables beside those that every one gets
 */
public record VeleroOptions(
        String namespace,
        Duration collection,
        Duration validation,
        Duration sync,
        int concurrency,
        Map<String, String> environment) {
    public VeleroOptions {
        environment = Map.copyOf(environment);
    }

    /** All as Velero has it. */
    public static VeleroOptions usual() {
        Duration minute = Duration.ofMinutes(1);
        return new VeleroOptions("velero", Duration.ofHours(1), minute, minute, 1, Map.of());
    }

    public VeleroOptions in(String other) {
        return new VeleroOptions(other, collection, validation, sync, concurrency, environment);
    }

    public VeleroOptions collectingEvery(Duration period) {
        return new VeleroOptions(namespace, period, validation, sync, concurrency, environment);
    }

    public VeleroOptions syncingEvery(Duration period) {
        return new VeleroOptions(namespace, collection, validation, period, concurrency, environment);
    }

    public VeleroOptions making(int backupsAtOnce) {
        return new VeleroOptions(namespace, collection, validation, sync, backupsAtOnce, environment);
    }

    public VeleroOptions with(String variable, String value) {
        var more = new TreeMap<>(environment);
        more.put(variable, value);
        return new VeleroOptions(namespace, collection, validation, sync, concurrency, more);
    }
}
