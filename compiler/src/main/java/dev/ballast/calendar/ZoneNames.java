package dev.ballast.calendar;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;
import java.util.Optional;

/** Zone names as Go's {@code time.LoadLocation} knows them, with UTC as the server's own zone. */
final class ZoneNames {
    /** Names that the tz database has and Java leaves out. */
    private static final Map<String, String> ONLY_IN_GO = Map.of(
            "EST", "America/Panama",
            "MST", "America/Phoenix",
            "HST", "Pacific/Honolulu",
            "ROC", "Asia/Taipei",
            "GMT+0", "GMT",
            "GMT-0", "GMT",
            "Factory", "UTC");

    private ZoneNames() {}

    /** The zone with this name; nothing for forms that only Java reads, such as {@code UTC+1}. */
    static Optional<ZoneId> find(String name) {
        if (name.isEmpty() || name.equals("UTC") || name.equals("Local")) {
            return Optional.of(ZoneOffset.UTC);
        }
        String known = ONLY_IN_GO.getOrDefault(name, name);
        boolean exists = !known.startsWith("SystemV/")
                && ZoneRulesProvider.getAvailableZoneIds().contains(known);
        return exists ? Optional.of(ZoneId.of(known)) : Optional.empty();
    }
}
