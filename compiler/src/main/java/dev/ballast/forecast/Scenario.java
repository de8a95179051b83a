package dev.ballast.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a forecast starts from.
 *
 * @param from when the Schedules begin to exist: the first run is strictly later
 * @param existing backups that are there at that time; those that start later are left out
 * @param least how far the simulation reaches at least
 */
public record Scenario(Instant from, List<Outage> outages, List<ExistingBackup> existing, Duration least) {
    /** 400 days: more than a year of everything. */
    public static final Duration LEAST = Duration.ofDays(400);

    public Scenario {
        outages = List.copyOf(outages);
        existing = List.copyOf(existing);
        if (least.isNegative()) {
            throw new IllegalArgumentException("a negative duration: " + least);
        }
    }

    /** An empty cluster in which everything works. */
    public static Scenario from(Instant from) {
        return new Scenario(from, List.of(), List.of(), LEAST);
    }

    public Scenario with(List<Outage> outages) {
        return new Scenario(from, outages, existing, least);
    }

    public Scenario withExisting(List<ExistingBackup> backups) {
        return new Scenario(from, outages, backups, least);
    }

    public Scenario reaching(Duration span) {
        return new Scenario(from, outages, existing, span);
    }
}
