package dev.ballast.outlook;

import dev.ballast.forecast.Backups;
import dev.ballast.forecast.Forecast;
import dev.ballast.policy.Tier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which days can be gone back to, as a calendar: a row for each month and a letter for each day, or, where that would be more than two
 * years of rows, a row for each year and a letter for each week. Of several points on a day the coarsest tier's letter is shown, as that
 * point stays longest. Days are those of UTC.
 */
final class CalendarStrip {
    /** The letter of existing backups of tiers that the policy has no longer. */
    static final char OTHER = '+';

    private static final String COARSER = "+hdwmy";
    private static final char NONE = '·';
    private static final int MOST_MONTHS = 25;
    private static final int MOST_YEARS = 30;
    private static final int WEEK = 7;
    private static final String DAYS = "1   5    10   15   20   25   30";

    private CalendarStrip() {}

    static char letter(Tier tier) {
        return tier.word().charAt(0);
    }

    /** The rows, oldest first; each begins with {@code indent}. Nothing when there is no restore point. */
    static String of(Forecast forecast, Instant at, String indent) {
        NavigableMap<LocalDate, Character> days = days(forecast, at);
        if (days.isEmpty()) {
            return "";
        }
        LocalDate today = day(at.getEpochSecond());
        long months = ChronoUnit.MONTHS.between(YearMonth.from(days.firstKey()), YearMonth.from(today)) + 1;
        return months <= MOST_MONTHS ? months(days, today, indent) : years(days, today, indent);
    }

    private static NavigableMap<LocalDate, Character> days(Forecast forecast, Instant at) {
        var days = new TreeMap<LocalDate, Character>();
        mark(forecast.others(), OTHER, at, days);
        forecast.tiers().forEach(tier -> mark(tier.backups(), letter(tier.plan().tier()), at, days));
        return days;
    }

    private static void mark(Backups backups, char letter, Instant at, Map<LocalDate, Character> days) {
        for (int i = 0; i < backups.size() && backups.start(i) <= at.getEpochSecond(); i++) {
            if (backups.good(i) && backups.expires(i) > at.getEpochSecond()) {
                days.merge(day(backups.start(i)), letter, CalendarStrip::coarser);
            }
        }
    }

    private static char coarser(char one, char other) {
        return COARSER.indexOf(one) > COARSER.indexOf(other) ? one : other;
    }

    private static LocalDate day(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String months(NavigableMap<LocalDate, Character> days, LocalDate today, String indent) {
        var text = new StringBuilder(indent).append("         ").append(DAYS).append('\n');
        YearMonth last = YearMonth.from(today);
        YearMonth month = YearMonth.from(days.firstKey());
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            text.append(indent).append(month).append("  ");
            for (int day = 1; day <= month.lengthOfMonth() && !month.atDay(day).isAfter(today); day++) {
                text.append(days.getOrDefault(month.atDay(day), NONE));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String years(NavigableMap<LocalDate, Character> days, LocalDate today, String indent) {
        var text = new StringBuilder(ruler(indent));
        int first = days.firstKey().getYear();
        if (today.getYear() - first >= MOST_YEARS) {
            first = today.getYear() - MOST_YEARS + 1;
            text.append(indent).append("earlier: ");
            text.append(days.headMap(LocalDate.of(first, 1, 1)).size()).append(" days\n");
        }
        for (int year = first; year <= today.getYear(); year++) {
            text.append(indent).append(year).append("     ");
            LocalDate week = LocalDate.of(year, 1, 1);
            for (; week.getYear() == year && !week.isAfter(today); week = week.plusDays(WEEK)) {
                LocalDate end =
                        week.plusDays(WEEK).getYear() == year ? week.plusDays(WEEK) : LocalDate.of(year + 1, 1, 1);
                text.append(days.subMap(week, end).values().stream()
                        .reduce(CalendarStrip::coarser)
                        .orElse(NONE));
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The months over the weeks in which they begin. */
    private static String ruler(String indent) {
        var ruler = new StringBuilder(indent).append("         ");
        int start = ruler.length();
        for (int month = 1; month <= 12; month++) {
            int week = (LocalDate.of(2027, month, 1).getDayOfYear() - 1) / WEEK;
            ruler.append(" ".repeat(start + week - ruler.length()));
            ruler.append(YearMonth.of(2027, month)
                    .getMonth()
                    .getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH));
        }
        return ruler.append('\n').toString();
    }
}
