package dev.ballast.page;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.forecast.TierForecast;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The days that can be restored at one time, with what is kept of each. */
final class SurvivingDays {
    private final SortedMap<LocalDate, Kept> days = new TreeMap<>();
    private final long at;
    private final ZoneId zone;

    private SurvivingDays(Instant at, ZoneId zone) {
        this.at = at.getEpochSecond();
        this.zone = zone;
    }

    /** Those of a forecast, by the date in a zone on which each backup began. */
    static SortedMap<LocalDate, PointCalendar.Day> of(Forecast forecast, Instant at, ZoneId zone) {
        var surviving = new SurvivingDays(at, zone);
        for (TierForecast tier : forecast.tiers()) {
            surviving.add(tier.plan().tier(), tier.backups());
        }
        surviving.add(null, forecast.others());
        var days = new TreeMap<LocalDate, PointCalendar.Day>();
        surviving.days.forEach((day, kept) -> days.put(day, kept.day()));
        return days;
    }

    private void add(@Nullable Tier tier, Backups backups) {
        for (int i = 0; i < backups.size() && backups.start(i) <= at; i++) {
            if (backups.good(i) && backups.expires(i) > at) {
                LocalDate day =
                        Instant.ofEpochSecond(backups.start(i)).atZone(zone).toLocalDate();
                days.computeIfAbsent(day, d -> new Kept()).add(tier);
            }
        }
    }

    /** Restore points of one day. */
    private static final class Kept {
        private final Map<Tier, Integer> counts = new EnumMap<>(Tier.class);
        private int others;

        void add(@Nullable Tier tier) {
            if (tier == null) {
                others++;
            } else {
                counts.merge(tier, 1, Integer::sum);
            }
        }

        /** In the colour of the coarsest tier, since that keeps the day longest. */
        PointCalendar.Day day() {
            Tier coarsest = counts.keySet().stream().max(Tier::compareTo).orElse(null);
            String words = counts.entrySet().stream()
                    .map(e -> (e.getValue() == 1 ? "" : e.getValue() + " ")
                            + e.getKey().word())
                    .collect(Collectors.joining(", "));
            if (others > 0) {
                words += (words.isEmpty() ? "" : ", ") + others + " of earlier tiers";
            }
            int count = others
                    + counts.values().stream().mapToInt(Integer::intValue).sum();
            return coarsest == null
                    ? new PointCalendar.Day(count, TierStyle.OTHER, "", words)
                    : new PointCalendar.Day(count, TierStyle.of(coarsest), TierStyle.letter(coarsest), words);
        }
    }
}
