package dev.ballast.rules.schedule;

import dev.ballast.calendar.CronFields;
import dev.ballast.calendar.CronSchedule;
import dev.ballast.calendar.DstTimes.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The next change of a clock that skips or repeats a time of a schedule.
 *
 * @param time on the clock, in the gap or in the first passage of the repeat
 */
record ChangeOfClock(Kind kind, LocalDateTime time, ZoneOffsetTransition change) {
    /** So many changes are looked at: twelve years. */
    private static final int CHANGES = 24;

    private static final Duration AROUND = Duration.ofHours(3);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** The first such change of each kind after an instant. */
    static Optional<ChangeOfClock> first(CronFields fields, ZoneId zone, Kind kind, Instant after) {
        if (zone.getRules().isFixedOffset()) {
            return Optional.empty();
        }
        ZoneOffsetTransition change = zone.getRules().nextTransition(after);
        for (int i = 0; i < CHANGES && change != null; i++) {
            Optional<LocalDateTime> time =
                    change.isGap() == (kind == Kind.GAP) ? hit(fields, change) : Optional.empty();
            if (time.isPresent()) {
                return Optional.of(new ChangeOfClock(kind, time.get(), change));
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return Optional.empty();
    }

    private static Optional<LocalDateTime> hit(CronFields fields, ZoneOffsetTransition change) {
        LocalDateTime from = change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
        LocalTime last = from.plus(change.getDuration().abs()).minusMinutes(1).toLocalTime();
        boolean hours =
                fields.hours().contains(from.getHour()) || fields.hours().contains(last.getHour());
        return hours
                ? LongStream.range(0, change.getDuration().abs().toMinutes())
                        .mapToObj(from::plusMinutes)
                        .filter(fields::matches)
                        .findFirst()
                : Optional.empty();
    }

    /** When a schedule runs around this change, on the clock. */
    String runs(CronSchedule schedule) {
        Instant center = change.getInstant();
        List<Instant> runs = schedule.runs(center.minus(AROUND))
                .takeWhile(run -> run.isBefore(center.plus(AROUND)))
                .toList();
        return runs.isEmpty()
                ? "does not run then"
                : "runs at "
                        + runs.stream().map(run -> clock(run, schedule.zone())).collect(Collectors.joining(", "));
    }

    private String clock(Instant run, ZoneId zone) {
        String offset = kind == Kind.REPEAT ? zone.getRules().getOffset(run).toString() : "";
        return CLOCK.format(run.atZone(zone)) + offset;
    }

    @Override
    public String toString() {
        return "%s on %s %s"
                .formatted(CLOCK.format(time), time.toLocalDate(), kind == Kind.GAP ? "does not exist" : "comes twice");
    }
}
