package dev.ballast.forecast;

import dev.ballast.policy.PolicyTest.Failure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time in which something does not work.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Outage(Instant from, Instant to, Failure kind) {
    public Outage {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an outage ends after it begins, not %s to %s".formatted(from, to));
        }
    }

    /**
     * Reads {@code FROM..TO} or {@code FROM..TO:KIND}: dates (midnight UTC) or RFC 3339 times; the kind is {@code runs-fail} when absent.
     * Nothing for a text of another form, or one that ends before it begins.
     */
    public static Optional<Outage> parse(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return Optional.empty();
        }
        String end = text.substring(dots + 2);
        Optional<Failure> kind = Optional.of(Failure.RUNS_FAIL);
        int colon = end.lastIndexOf(':');
        if (colon >= 0 && colon + 1 < end.length() && Character.isLetter(end.charAt(colon + 1))) {
            kind = Failure.of(end.substring(colon + 1));
            end = end.substring(0, colon);
        }
        Optional<Instant> from = instant(text.substring(0, dots));
        Optional<Instant> to = instant(end);
        return kind.isPresent()
                        && from.isPresent()
                        && to.isPresent()
                        && from.get().isBefore(to.get())
                ? Optional.of(new Outage(from.get(), to.get(), kind.get()))
                : Optional.empty();
    }

    /** A date, which means its first instant in UTC, or an RFC 3339 time. */
    public static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
