package dev.ballast.calendar;

import dev.ballast.policy.Tier;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the times of tiers. */
public final class TierTimes {
    private static final Pattern EVERY = Pattern.compile("every +(\\d{1,4})h(?: +:(\\d{1,2}))?");
    private static final Pattern MINUTE = Pattern.compile(":(\\d{1,2})");
    private static final Pattern CLOCKS =
            Pattern.compile("(?:([^:]*[^: ]) +)?(\\d{1,2}:\\d{2}(?: *, *\\d{1,2}:\\d{2})*)");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2}):(\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    private final Tier tier;
    private final String text;
    private @Nullable String mistake;

    private TierTimes(Tier tier, String text) {
        this.tier = tier;
        this.text = text.strip();
    }

    /** What a text says. */
    public sealed interface Reading {}

    /** It was understood; a cron is not yet read, as that depends on the library. */
    public record Understood(TierTime time) implements Reading {}

    /**
     * It was not.
     *
     * @param message what was found and what was expected, as a diagnostic says it
     */
    public record Misread(String message) implements Reading {}

    /** Reads the time of a tier: a cron begins with {@code @} or a zone, or has five fields and no colon. */
    public static Reading parse(Tier tier, String text) {
        TierTimes reader = new TierTimes(tier, text);
        return isCron(reader.text)
                ? new Understood(new TierTime.CronTime(tier, reader.text))
                : reader.friendly().<Reading>map(Understood::new).orElseGet(() -> new Misread(reader.message()));
    }

    /** The forms of a tier for people. */
    public static String expected(Tier tier) {
        String forms = switch (tier) {
            case HOURLY -> "`:15`, `every 6h`, `every 6h :15`";
            case DAILY -> "`02:00`, `Mon-Fri 02:00`, `08:00,20:00`";
            case WEEKLY -> "`Sunday 03:00`, `Tue,Sat 03:00`";
            case MONTHLY -> "`1 04:00`";
            case YEARLY -> "`01-01 05:00`";
        };
        return forms + " or a cron of five fields";
    }

    private static boolean isCron(String text) {
        boolean marked = text.startsWith("@") || text.startsWith("TZ=") || text.startsWith("CRON_TZ=");
        boolean fiveFields = text.indexOf(':') < 0
                && !text.startsWith("every")
                && new GoText.Piece(text, 0).words().size() == 5;
        return marked || fiveFields;
    }

    private String message() {
        String article = tier == Tier.HOURLY ? "an " : "a ";
        String found =
                text.isEmpty() ? "the time is empty" : "`" + text + "` is not " + article + tier.word() + " time";
        return found + (mistake == null ? "" : ": " + mistake) + "; expected " + expected(tier);
    }

    private <T> Optional<T> fail(String why) {
        mistake = why;
        return Optional.empty();
    }

    private Optional<FriendlyTime> friendly() {
        if (tier == Tier.HOURLY) {
            return hourly();
        }
        Matcher matcher = CLOCKS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> clocks = List.of(matcher.group(2).split(" *, *", -1));
        return clocks(clocks)
                .flatMap(hours -> dated(Optional.ofNullable(matcher.group(1)), hours, minuteOf(clocks.get(0))));
    }

    private Optional<FriendlyTime> hourly() {
        Matcher minute = MINUTE.matcher(text);
        if (minute.matches()) {
            return hourly(1, minute.group(1));
        }
        Matcher every = EVERY.matcher(text);
        if (!every.matches()) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(every.group(1));
        if (hours == 0 || 24 % hours != 0) {
            return fail("24 hours are not divisible by " + hours + ", expected 1, 2, 3, 4, 6, 8, 12 or 24");
        }
        String text = every.group(2);
        return hourly(hours, text == null ? "30" : text);
    }

    private Optional<FriendlyTime> hourly(int everyHours, String minute) {
        int value = Integer.parseInt(minute);
        return minute.length() < 2 || value > 59
                ? fail("`:" + minute + "` is not a minute from `:00` to `:59`")
                : Optional.of(FriendlyTime.hourly(everyHours, value));
    }

    /** The hours of clock times that share one minute. */
    private Optional<List<Integer>> clocks(List<String> clocks) {
        var hours = new ArrayList<Integer>();
        for (String clock : clocks) {
            Matcher matcher = CLOCK.matcher(clock);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 23 || minuteOf(clock) > 59) {
                return fail("`" + clock + "` is not a time from `00:00` to `23:59`");
            }
            if (minuteOf(clock) != minuteOf(clocks.get(0))) {
                return fail("`" + clocks.get(0) + "` and `" + clock
                        + "` differ in their minutes, which one cron cannot say");
            }
            hours.add(Integer.valueOf(matcher.group(1)));
        }
        if (clocks.size() > 1 && tier != Tier.DAILY) {
            return fail("several times a day are for the daily tier");
        }
        return Optional.of(hours);
    }

    private static int minuteOf(String clock) {
        return Integer.parseInt(clock.substring(clock.indexOf(':') + 1));
    }

    private Optional<FriendlyTime> dated(Optional<String> date, List<Integer> hours, int minute) {
        int hour = hours.get(0);
        if (tier == Tier.DAILY) {
            return date.map(this::weekdays)
                    .orElse(Optional.of(List.of()))
                    .map(days -> FriendlyTime.daily(days, hours, minute));
        }
        if (date.isEmpty()) {
            return fail("the day is missing");
        }
        return switch (tier) {
            case WEEKLY -> weekdays(date.get()).map(days -> FriendlyTime.weekly(days, hour, minute));
            case MONTHLY -> dayOfMonth(date.get()).map(day -> FriendlyTime.monthly(day, hour, minute));
            default -> yearly(date.get(), hour, minute);
        };
    }

    private Optional<Integer> dayOfMonth(String date) {
        boolean valid = DAY.matcher(date).matches() && Integer.parseInt(date) >= 1 && Integer.parseInt(date) <= 31;
        return valid ? Optional.of(Integer.valueOf(date)) : fail("`" + date + "` is not a day from 1 to 31");
    }

    private Optional<FriendlyTime> yearly(String date, int hour, int minute) {
        Matcher matcher = MONTH_DAY.matcher(date);
        if (matcher.matches()) {
            int day = Integer.parseInt(matcher.group(2));
            try {
                Month month = Month.of(Integer.parseInt(matcher.group(1)));
                if (day >= 1 && day <= month.maxLength()) {
                    return Optional.of(FriendlyTime.yearly(month.getValue(), day, hour, minute));
                }
            } catch (DateTimeException noSuchMonth) {
                // Falls through to the message below.
            }
        }
        return fail("`" + date + "` is not a month and a day such as `01-31`");
    }

    private Optional<Collection<DayOfWeek>> weekdays(String list) {
        var days = new TreeSet<DayOfWeek>();
        for (String item : list.split(" *, *", -1)) {
            String[] bounds = item.split(" *- *", -1);
            Optional<DayOfWeek> from = weekday(bounds[0]);
            Optional<DayOfWeek> to = weekday(bounds[bounds.length - 1]);
            if (from.isEmpty() || to.isEmpty() || bounds.length > 2) {
                return fail("`" + item + "` is not a day of the week such as `Mon`, `Sunday` or `Mon-Fri`");
            }
            for (DayOfWeek day = from.get(); day != to.get(); day = day.plus(1)) {
                days.add(day);
            }
            days.add(to.get());
        }
        return Optional.of(days);
    }

    private static Optional<DayOfWeek> weekday(String name) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equalsIgnoreCase(name)
                        || day.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
