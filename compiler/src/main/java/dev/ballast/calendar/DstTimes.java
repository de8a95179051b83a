package dev.ballast.calendar;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a zone's changes of the clock in the years 2024 to 2051 do to local times. Immutable. */
public final class DstTimes {
    private static final int MINUTES_OF_DAY = 24 * 60;

    private final List<ZoneOffsetTransition> changes;
    /** Minutes of the day that some day does not have exactly once. */
    private final BitSet disturbed = new BitSet(MINUTES_OF_DAY);

    private DstTimes(List<ZoneOffsetTransition> changes) {
        this.changes = List.copyOf(changes);
        changes.forEach(this::disturb);
    }

    private void disturb(ZoneOffsetTransition change) {
        int from = first(change).toLocalTime().toSecondOfDay() / 60;
        for (int i = 0; i < count(change); i++) {
            disturbed.set((from + i) % MINUTES_OF_DAY);
        }
    }

    /** A local time that a clock skips or shows twice. */
    public record Hit(Kind kind, LocalDateTime time) {}

    /** What happens to it. */
    public enum Kind {
        /** It does not exist on that day. */
        GAP,
        /** It comes twice on that day. */
        REPEAT
    }

    public static DstTimes of(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        var changes = new ArrayList<ZoneOffsetTransition>();
        var change = rules.nextTransition(RunIntervals.FROM.minus(Duration.ofDays(1)));
        while (change != null && change.getInstant().isBefore(RunIntervals.UNTIL.plus(Duration.ofDays(1)))) {
            changes.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return new DstTimes(changes);
    }

    /** Whether a minute of the day is skipped or repeated on some day. */
    boolean isDisturbed(int minuteOfDay) {
        return disturbed.get(minuteOfDay);
    }

    /** Full hours from an hour on of which every minute exists exactly once on every day. */
    IntStream soundHours(int from) {
        return IntStream.range(from, 24).filter(hour -> {
            int next = disturbed.nextSetBit(hour * 60);
            return next < 0 || next >= hour * 60 + 60;
        });
    }

    /** The first gap and the first repeat that a time of the day falls into, at most one of each. */
    public List<Hit> hits(LocalTime time) {
        return hits(minute -> minute.toLocalTime().equals(time));
    }

    /** The first gap and the first repeat that a cron falls into, at most one of each; none for a cron without fields. */
    public List<Hit> hits(CronSchedule schedule) {
        return schedule.fields().map(fields -> hits(fields::matches)).orElse(List.of());
    }

    private List<Hit> hits(Predicate<LocalDateTime> due) {
        var hits = new ArrayList<Hit>();
        for (Kind kind : Kind.values()) {
            changes.stream()
                    .filter(change -> change.isGap() == (kind == Kind.GAP))
                    .flatMap(change -> minutes(change).stream())
                    .filter(due)
                    .findFirst()
                    .ifPresent(minute -> hits.add(new Hit(kind, minute)));
        }
        return hits;
    }

    /** The local minutes that a change skips or repeats. */
    private static List<LocalDateTime> minutes(ZoneOffsetTransition change) {
        LocalDateTime from = first(change);
        return IntStream.range(0, count(change)).mapToObj(from::plusMinutes).toList();
    }

    private static LocalDateTime first(ZoneOffsetTransition change) {
        return change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
    }

    private static int count(ZoneOffsetTransition change) {
        return (int) change.getDuration().abs().toMinutes();
    }
}
