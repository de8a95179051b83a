package dev.ballast.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The quantities of the policy language: spans, durations, sizes, rates. Each parser gives nothing for text it cannot read. */
public final class Quantities {
    private static final Pattern SPAN_PART = Pattern.compile("(\\d{1,9})(h|d|w|mo|y)");
    private static final Pattern DURATION_PART = Pattern.compile("(\\d{1,9})(h|m|s)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?) ?([KMGTPE]i?)?B?");
    private static final Pattern RATE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)%");
    private static final long HOURS_A_DAY = 24;
    private static final long DAYS_A_YEAR = 365;
    private static final Map<Character, Integer> POWERS = Map.of('K', 1, 'M', 2, 'G', 3, 'T', 4, 'P', 5, 'E', 6);

    private Quantities() {}

    /**
     * A span of retention such as {@code 90d}, {@code 12mo} or {@code 1y6mo}: {@code h d w mo y}, where {@code mo} is 365/12 days and
     * {@code y} 365 days; a sum with either is rounded up to whole days. At most 292 years, the longest Go can hold.
     */
    public static Optional<Duration> span(String text) {
        Matcher part = SPAN_PART.matcher(text);
        long hours = 0;
        long twelfthsOfDays = 0;
        boolean calendar = false;
        int end = 0;
        while (part.find() && part.start() == end) {
            long n = Long.parseLong(part.group(1));
            switch (part.group(2)) {
                case "h" -> hours += n;
                case "d" -> hours += n * HOURS_A_DAY;
                case "w" -> hours += n * 7 * HOURS_A_DAY;
                case "mo" -> {
                    twelfthsOfDays += n * DAYS_A_YEAR;
                    calendar = true;
                }
                default -> {
                    twelfthsOfDays += n * DAYS_A_YEAR * 12;
                    calendar = true;
                }
            }
            end = part.end();
        }
        if (end == 0 || end != text.length()) {
            return Optional.empty();
        }
        long total = calendar ? -Math.floorDiv(-(twelfthsOfDays * 2 + hours), HOURS_A_DAY) * HOURS_A_DAY : hours;
        return total == 0 || total > 2_562_047 ? Optional.empty() : Optional.of(Duration.ofHours(total));
    }

    /** A technical duration such as {@code 30s}, {@code 10m} or {@code 1h30m}: {@code h m s}. */
    public static Optional<Duration> duration(String text) {
        Matcher part = DURATION_PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            long n = Long.parseLong(part.group(1));
            sum = sum.plus(
                    switch (part.group(2)) {
                        case "h" -> Duration.ofHours(n);
                        case "m" -> Duration.ofMinutes(n);
                        default -> Duration.ofSeconds(n);
                    });
            end = part.end();
        }
        return end == 0 || end != text.length() ? Optional.empty() : Optional.of(sum);
    }

    /** Bytes of a size such as {@code 200GiB} or {@code 1.5T}: {@code Ki Mi Gi Ti Pi Ei} binary, {@code K M G T P E} decimal, with or without B. */
    public static Optional<Long> bytes(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
            return Optional.empty();
        }
        String unit = size.group(2);
        long factor = 1;
        if (unit != null) {
            BigInteger base = BigInteger.valueOf(unit.endsWith("i") ? 1024 : 1000);
            factor = base.pow(POWERS.getOrDefault(unit.charAt(0), 0)).longValueExact();
        }
        BigDecimal bytes = new BigDecimal(size.group(1))
                .multiply(BigDecimal.valueOf(factor))
                .setScale(0, RoundingMode.HALF_UP);
        return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Optional.empty()
                : Optional.of(bytes.longValueExact());
    }

    /** A fraction (0.02) from a rate ({@code 2%}). */
    public static Optional<BigDecimal> fraction(String text) {
        Matcher rate = RATE.matcher(text);
        return rate.matches() ? Optional.of(new BigDecimal(rate.group(1)).movePointLeft(2)) : Optional.empty();
    }

    /** Go's canonical text of a duration ({@code 168h0m0s}, {@code 10m0s}, {@code 30s}, {@code 0s}), the form Velero writes back. */
    public static String goText(Duration duration) {
        if (duration.isNegative() || !duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
            throw new IllegalArgumentException("not whole seconds from zero up: " + duration);
        }
        long hours = duration.toHours();
        if (hours > 0) {
            return "%dh%dm%ds".formatted(hours, duration.toMinutesPart(), duration.toSecondsPart());
        }
        return duration.toMinutesPart() > 0
                ? "%dm%ds".formatted(duration.toMinutesPart(), duration.toSecondsPart())
                : duration.toSecondsPart() + "s";
    }
}
