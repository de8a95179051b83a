package dev.ballast.price;

import dev.ballast.policy.PriceBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an entry says, in words for a table. */
final class PriceWords {
    private static final String NONE = "–";
    private static final List<String> BINARY = List.of("KiB", "MiB", "GiB", "TiB", "PiB");
    private static final List<String> DECIMAL = List.of("KB", "MB", "GB", "TB", "PB");

    private PriceWords() {}

    /** What storage costs, else what else is billed: {@code 5.00 USD + 0.02 USD/GiB}, {@code USD write 0.006/1000}. */
    static String price(PriceBook.Entry entry) {
        var parts = new StringJoiner(" + ");
        String currency = entry.currency().getCurrencyCode();
        if (entry.base() != null) {
            parts.add(text(entry.base().price()) + " " + currency);
        }
        if (entry.storage() != null) {
            parts.add(tiers(entry.storage()) + " " + currency + "/"
                    + entry.storage().unit().word());
        }
        return parts.length() > 0 ? parts.toString() : currency + " " + others(entry);
    }

    /** What is billed beside storage: {@code write 0.005/1000, retrieval 0.01/GiB}. */
    static String others(PriceBook.Entry entry) {
        var parts = new StringJoiner(", ").setEmptyValue(NONE);
        requests(parts, "write", entry.requests().write());
        requests(parts, "read", entry.requests().read());
        requests(parts, "list", entry.requests().list());
        requests(parts, "transition", entry.requests().transition());
        quantity(parts, "retrieval", entry.retrieval());
        quantity(parts, "to regions", entry.egress().region());
        quantity(parts, "to the internet", entry.egress().internet());
        return parts.toString();
    }

    /** What is billed at least, and what is not billed: {@code 30 days, 128KiB an object}. */
    static String minimum(PriceBook.Entry entry) {
        var parts = new StringJoiner(", ").setEmptyValue(NONE);
        PriceBook.Minimum minimum = entry.minimum();
        if (minimum.days() > 0) {
            parts.add(minimum.days() + " days");
        }
        if (minimum.objectBytes() > 0) {
            parts.add(size(minimum.objectBytes()) + " an object");
        }
        if (minimum.storageBytes() > 0) {
            parts.add(size(minimum.storageBytes()) + " in all");
        }
        if (entry.base() != null && entry.base().includesBytes() > 0) {
            parts.add(size(entry.base().includesBytes()) + " included");
        }
        if (entry.freeBytes() > 0) {
            parts.add(size(entry.freeBytes()) + " free");
        }
        return parts.toString();
    }

    /** Where it holds. */
    static String regions(Price price) {
        return price.regions().isEmpty() ? "everywhere" : String.join(", ", price.regions());
    }

    /** A, B, C or D; a dash without a source. */
    static String confidence(PriceBook.Entry entry) {
        PriceBook.Source source = entry.source();
        return source == null ? NONE : source.confidence().name();
    }

    /** Bytes in the largest unit of which they are a whole number, binary or decimal, whichever is shorter. */
    static String size(long bytes) {
        String binary = size(bytes, 1024, BINARY);
        String decimal = size(bytes, 1000, DECIMAL);
        return decimal.length() < binary.length() ? decimal : binary;
    }

    private static String size(long bytes, long base, List<String> units) {
        long whole = bytes;
        String text = bytes + "B";
        for (String unit : units) {
            if (whole % base != 0) {
                break;
            }
            whole /= base;
            text = whole + unit;
        }
        return text;
    }

    private static String tiers(PriceBook.Storage storage) {
        return storage.tiers().stream().map(tier -> text(tier.price())).collect(Collectors.joining(", "));
    }

    private static void requests(StringJoiner parts, String name, PriceBook.@Nullable PerRequests rate) {
        if (rate != null) {
            parts.add("%s %s/%d".formatted(name, text(rate.price()), rate.per()));
        }
    }

    private static void quantity(StringJoiner parts, String name, PriceBook.@Nullable PerUnit rate) {
        if (rate != null) {
            parts.add("%s %s/%s".formatted(name, text(rate.price()), rate.unit().word()));
        }
    }

    private static String text(BigDecimal price) {
        return price.toPlainString();
    }
}
