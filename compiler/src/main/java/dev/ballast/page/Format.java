package dev.ballast.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Quantities as a reader wants them: rounded to what the eye can use, always in English, always with the unit. */
final class Format {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final List<String> BINARY = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

    private Format() {}

    static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Weekday, date and minute, with the zone: {@code Sun 22 Nov 2026, 02:00 UTC}. */
    static String minute(Instant instant, ZoneId zone) {
        return MINUTE.format(instant.atZone(zone)) + " " + zoneName(zone);
    }

    static String month(YearMonth month) {
        return MONTH.format(month);
    }

    private static String zoneName(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** The two greatest units that say it: {@code 31 days}, {@code 1 day 2 hours}, {@code 45 minutes}; cut off, never rounded up. */
    static String span(Duration span) {
        if (span.toDays() >= 10 || (span.toDays() > 0 && span.toHoursPart() == 0)) {
            return count(span.toDays(), "day");
        }
        if (span.toDays() > 0) {
            return count(span.toDays(), "day") + " " + count(span.toHoursPart(), "hour");
        }
        if (span.toHours() > 0) {
            return count(span.toHours(), "hour")
                    + (span.toMinutesPart() == 0 ? "" : " " + count(span.toMinutesPart(), "minute"));
        }
        return count(span.toMinutes(), "minute");
    }

    /** {@code 1 point}, {@code 1,024 points}. */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d ", number) + noun + (number == 1 ? "" : "s");
    }

    /** An amount of money to the cent of its currency, with its code: {@code 1,204.50 USD}. */
    static String money(BigDecimal amount, Currency currency) {
        return cents(amount, currency) + " " + currency.getCurrencyCode();
    }

    /** The same without the code, for columns that say it once. */
    static String cents(BigDecimal amount, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return String.format(Locale.ROOT, "%,." + digits + "f", amount.setScale(digits, RoundingMode.HALF_UP));
    }

    /** The same where there is little room: from a thousand on without cents, from ten million on in millions. */
    static String briefly(BigDecimal amount, Currency currency) {
        double size = amount.abs().doubleValue();
        String code = " " + currency.getCurrencyCode();
        if (size >= 1e7) {
            return number(amount.movePointLeft(6).setScale(1, RoundingMode.HALF_UP)) + "m" + code;
        }
        return size >= 1000 ? number(amount.setScale(0, RoundingMode.HALF_UP)) + code : money(amount, currency);
    }

    /** Three digits that count, in the greatest binary unit that leaves at least one: {@code 721 GiB}, {@code 1.97 TiB}. */
    static String bytes(long bytes) {
        int power = power((double) bytes);
        double value = bytes / Math.pow(1024, power);
        int decimals = power == 0 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return number(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP)) + " " + unit(power);
    }

    /** The power of 1024 in whose unit a number of bytes is best written. */
    static int power(double bytes) {
        int power = 0;
        while (power < BINARY.size() - 1 && bytes >= Math.pow(1024, power + 1)) {
            power++;
        }
        return power;
    }

    /** The binary unit of a power of 1024. */
    static String unit(int power) {
        return BINARY.get(power);
    }

    /** With thousands apart and without needless zeros behind the point. */
    static String number(BigDecimal value) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        int decimals = Math.max(0, shortest.scale());
        return String.format(Locale.ROOT, "%,." + decimals + "f", shortest);
    }
}
