package dev.ballast.drift;

import dev.ballast.observed.ObservedBackup;
import dev.ballast.report.Ages;
import java.time.Instant;
import java.util.List;

/** Phrases that findings share. */
final class Wording {
    private Wording() {}

    /** {@code 1 run}, {@code 2 runs}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A time in UTC: {@code Sun 2026-11-22 02:00 UTC}. */
    static String time(Instant instant) {
        return Ages.clock(instant) + " UTC";
    }

    /** The names that a finding lists, of backups that come newest first. */
    static List<String> names(List<ObservedBackup> newestFirst) {
        return newestFirst.stream()
                .map(ObservedBackup::name)
                .limit(ExecutionDrift.NAMED)
                .toList();
    }
}
