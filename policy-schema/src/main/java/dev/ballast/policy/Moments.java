package dev.ballast.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The dates and times of the policy language. Each parser gives nothing for text it cannot read. */
public final class Moments {
    private Moments() {}

    /** A date of the calendar, such as {@code 2027-03-31}. */
    public static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** A time of RFC 3339, such as {@code 2026-01-01T06:00:00+02:00}, or the first moment of a date in UTC. */
    public static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notATime) {
            return date(text).map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }
}
