package dev.ballast.policy;

import dev.ballast.diagnostic.Place;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dated prices with their sources, as written. A month has 730 hours.
 *
 * @param asOf the day on which it was last looked through
 * @param currency of all prices, unless an entry says another
 * @param fx by currency; never used silently
 * @param entries at least one, in the order written
 */
public record PriceBook(
        Meta meta, String version, LocalDate asOf, Currency currency, Map<Currency, Fx> fx, List<Entry> entries) {

    /** The name, unique among price books of the input. */
    public String name() {
        return meta.name();
    }

    /**
     * A rate of exchange.
     *
     * @param rate what one unit is worth in the currency of the book, more than zero
     */
    public record Fx(
            BigDecimal rate, LocalDate asOf, @Nullable String source) {
        public Fx {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("a rate of exchange is more than zero: " + rate);
            }
        }
    }

    /**
     * The prices of one key in some regions, before {@code adjust}.
     *
     * @param regions empty means everywhere
     * @param currency its own, else the book's
     * @param adjust change in percent, from -100; 0 for none
     * @param place of the entry
     */
    public record Entry(
            String key,
            List<String> regions,
            Currency currency,
            Accounting accounting,
            @Nullable Storage storage,
            Requests requests,
            @Nullable PerUnit retrieval,
            Egress egress,
            Minimum minimum,
            @Nullable Base base,
            long freeBytes,
            BigDecimal adjust,
            @Nullable String note,
            @Nullable Source source,
            Place.Field place) {}

    /** What of a chain of backups is billed. */
    public enum Accounting {
        /** Of a chain of snapshots what changed. */
        INCREMENTAL("incremental"),
        /** Of every snapshot the whole. */
        FULL("full"),
        /** The objects that lie in a store. */
        OBJECTS("objects");

        private final String word;

        Accounting(String word) {
            this.word = word;
        }

        /** How the language writes it. */
        public String word() {
            return word;
        }
    }

    /** What a price by quantity is for. */
    public enum Unit {
        GIB("GiB", 1L << 30),
        GB("GB", 1_000_000_000L);

        private final String word;
        private final long bytes;

        Unit(String word, long bytes) {
            this.word = word;
            this.bytes = bytes;
        }

        /** How the language writes it. */
        public String word() {
            return word;
        }

        /** How many bytes it has. */
        public long bytes() {
            return bytes;
        }
    }

    /**
     * Price of what is stored for a month.
     *
     * @param tiers at least one, as written; whether they ascend is for {@code prices check} to say
     */
    public record Storage(Unit unit, List<StorageTier> tiers) {}

    /**
     * A price for what lies below a limit and above the tier before it.
     *
     * @param upTo in units; absent means without end
     */
    public record StorageTier(@Nullable Long upTo, BigDecimal price) {}

    /**
     * Prices of requests; absent means not known or none.
     *
     * @param list absent means as {@code write}
     * @param transition of objects that a lifecycle rule moves here
     */
    public record Requests(
            @Nullable PerRequests write,
            @Nullable PerRequests read,
            @Nullable PerRequests list,
            @Nullable PerRequests transition) {}

    /** Price of so many requests. */
    public record PerRequests(int per, BigDecimal price) {}

    /** Price of one unit. */
    public record PerUnit(Unit unit, BigDecimal price) {}

    /** Prices of traffic, to another region of the provider and to the internet; absent means not known. */
    public record Egress(@Nullable PerUnit region, @Nullable PerUnit internet) {}

    /** What is billed at least, each 0 for none: days an object, bytes an object, bytes in all. */
    public record Minimum(int days, long objectBytes, long storageBytes) {}

    /** What a month costs before anything else, and how many bytes are paid with it. */
    public record Base(BigDecimal price, long includesBytes) {}

    /** Where a price was read, and how far that is to be believed. */
    public record Source(String url, LocalDate retrieved, Confidence confidence) {}

    /** How far a source is to be believed, best first. */
    public enum Confidence {
        /** The provider's own page. */
        A,
        /** Others who name the provider's price list. */
        B,
        /** Data that a tool is tested with. */
        C,
        /** Common knowledge, or sources that disagree. */
        D
    }
}
