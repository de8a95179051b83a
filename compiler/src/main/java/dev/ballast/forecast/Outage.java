package dev.ballast.forecast;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A time in which something does not work.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record Outage(Instant from, Instant to, Kind kind) {
    public Outage {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an outage ends after it begins, not %s to %s".formatted(from, to));
        }
    }

    /** What does not work. */
    public enum Kind {
        /** Backups are made and fail; expired ones are collected as ever. */
        RUNS_FAIL,
        /** No backup is made, none is collected; afterwards a Schedule that missed any number of runs makes one at once. */
        VELERO_DOWN,
        /** The store is unavailable: Velero refuses every run and collects nothing. */
        STORE_DOWN;

        /** As it is written: {@code runs-fail}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of this word. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
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
        Optional<Kind> kind = Optional.of(Kind.RUNS_FAIL);
        int colon = end.lastIndexOf(':');
        if (colon >= 0 && colon + 1 < end.length() && Character.isLetter(end.charAt(colon + 1))) {
            kind = Kind.of(end.substring(colon + 1));
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
