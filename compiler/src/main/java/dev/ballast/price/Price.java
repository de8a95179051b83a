package dev.ballast.price;

import dev.ballast.policy.PriceBook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An entry that holds, as far as no other one replaces it.
 *
 * @param regions where it holds; empty means wherever no other entry of the key does
 * @param adjusted the change in percent that its prices already contain; 0 for none
 * @param entry with its prices adjusted, so that its own {@code adjust} is 0
 */
public record Price(Book book, List<String> regions, BigDecimal adjusted, PriceBook.Entry entry) {
    /** The age from which a price is reported. */
    public static final Duration STALE = Duration.ofDays(180);

    /** The age from which that is a warning and no note: a check must not fail on an unchanged input within a year. */
    public static final Duration OUTDATED = Duration.ofDays(365);

    /** The effective price of an entry as written. */
    static Price of(Book book, PriceBook.Entry written, List<String> regions) {
        return new Price(book, List.copyOf(regions), written.adjust(), Adjustment.applied(written));
    }

    /** What stores and environments call it. */
    public String key() {
        return entry.key();
    }

    /** The day on which it was read: that of its source, else of its book. */
    public LocalDate asOf() {
        PriceBook.Source source = entry.source();
        return source == null ? book.asOf() : source.retrieved();
    }

    /** Whether more than 180 days lie between the day on which it was read and {@code at}, in UTC. */
    public boolean isStale(Instant at) {
        return ChronoUnit.DAYS.between(asOf(), at.atZone(ZoneOffset.UTC).toLocalDate()) > STALE.toDays();
    }
}
