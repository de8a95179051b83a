package dev.ballast.velero;

import dev.ballast.calendar.CronDialect;
import java.util.Comparator;

/** A release of Velero. */
public record VeleroVersion(int major, int minor, int patch) implements Comparable<VeleroVersion> {
    /** The oldest release that manifests are written for. */
    public static final VeleroVersion OLDEST = new VeleroVersion(1, 14, 0);

    /** The newest release that manifests are written for. */
    public static final VeleroVersion NEWEST = new VeleroVersion(1, 18, 3);

    private static final Comparator<VeleroVersion> ORDER = Comparator.comparingInt(VeleroVersion::major)
            .thenComparingInt(VeleroVersion::minor)
            .thenComparingInt(VeleroVersion::patch);

    /** The cron library of this release. */
    public CronDialect cron() {
        return CronDialect.ofVelero(minor, patch);
    }

    @Override
    public int compareTo(VeleroVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%d.%d.%d".formatted(major, minor, patch);
    }
}
