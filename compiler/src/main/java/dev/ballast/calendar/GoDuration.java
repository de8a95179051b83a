package dev.ballast.calendar;

import java.util.Map;
import java.util.OptionalLong;

/** {@code time.ParseDuration} of Go 1.26. */
public final class GoDuration {
    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private static final long BAD = -1;

    private final String text;
    private int at;

    private GoDuration(String text) {
        this.text = text;
    }

    /** Nanoseconds, or nothing when Go would refuse the text. Sums are unsigned on the way, as in Go. */
    public static OptionalLong parse(String text) {
        return new GoDuration(text).parse();
    }

    private OptionalLong parse() {
        boolean negative = text.startsWith("-");
        if (negative || text.startsWith("+")) {
            at = 1;
        }
        if (text.substring(at).equals("0")) {
            return OptionalLong.of(0);
        }
        boolean valid = at < text.length();
        long sum = 0;
        while (valid && at < text.length()) {
            long part = part();
            sum += part;
            valid = part != BAD && isInRange(part) && isInRange(sum);
        }
        // The least value has no positive counterpart.
        valid &= negative || sum >= 0;
        return valid ? OptionalLong.of(negative ? -sum : sum) : OptionalLong.empty();
    }

    /** Whether an unsigned number is at most 2^63. */
    private static boolean isInRange(long unsigned) {
        return Long.compareUnsigned(unsigned, Long.MIN_VALUE) <= 0;
    }

    /** One number with its unit, unsigned, or {@link #BAD}. */
    private long part() {
        int start = at;
        long whole = whole();
        boolean digits = at > start;
        long fraction = 0;
        double scale = 1;
        if (at < text.length() && text.charAt(at) == '.') {
            int from = ++at;
            for (; isDigit(); at++) {
                if (fraction <= (Long.MAX_VALUE - 9) / 10) {
                    fraction = fraction * 10 + digit();
                    scale *= 10;
                }
            }
            digits |= at > from;
        }
        Long unit = UNITS.get(unit());
        if (!digits || whole == BAD || unit == null) {
            return BAD;
        }
        boolean fits = Long.compareUnsigned(whole, Long.divideUnsigned(Long.MIN_VALUE, unit)) <= 0;
        return fits ? whole * unit + (long) ((double) fraction * ((double) unit / scale)) : BAD;
    }

    /** Digits as an unsigned number up to 2^63, or {@link #BAD}. */
    private long whole() {
        long value = 0;
        for (; isDigit(); at++) {
            if (value == BAD || Long.compareUnsigned(value, Long.MAX_VALUE / 10) > 0) {
                value = BAD;
            } else {
                value = value * 10 + digit();
                value = isInRange(value) ? value : BAD;
            }
        }
        return value;
    }

    private String unit() {
        int from = at;
        while (at < text.length() && !isDigit() && text.charAt(at) != '.') {
            at++;
        }
        return text.substring(from, at);
    }

    private boolean isDigit() {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private int digit() {
        return text.charAt(at) - '0';
    }
}
