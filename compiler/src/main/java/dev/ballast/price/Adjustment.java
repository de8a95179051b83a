package dev.ballast.price;

import dev.ballast.policy.PriceBook;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The change of every price of an entry by one percentage. Exact: nothing is rounded here. */
final class Adjustment {
    private final BigDecimal factor;

    private Adjustment(BigDecimal percent) {
        this.factor = BigDecimal.ONE.add(percent.movePointLeft(2));
    }

    /** The entry with its {@code adjust} in every price, and none left to apply. */
    static PriceBook.Entry applied(PriceBook.Entry entry) {
        if (entry.adjust().signum() == 0) {
            return entry;
        }
        var adjustment = new Adjustment(entry.adjust());
        return new PriceBook.Entry(
                entry.key(),
                entry.regions(),
                entry.currency(),
                entry.accounting(),
                adjustment.of(entry.storage()),
                adjustment.of(entry.requests()),
                adjustment.of(entry.retrieval()),
                new PriceBook.Egress(
                        adjustment.of(entry.egress().region()),
                        adjustment.of(entry.egress().internet())),
                entry.minimum(),
                adjustment.of(entry.base()),
                entry.freeBytes(),
                BigDecimal.ZERO,
                entry.note(),
                entry.source(),
                entry.place());
    }

    private BigDecimal of(BigDecimal price) {
        return Decimals.plain(price.multiply(factor));
    }

    private PriceBook.@Nullable Storage of(PriceBook.@Nullable Storage storage) {
        return storage == null
                ? null
                : new PriceBook.Storage(
                        storage.unit(),
                        storage.tiers().stream()
                                .map(tier -> new PriceBook.StorageTier(tier.upTo(), of(tier.price())))
                                .toList());
    }

    private PriceBook.Requests of(PriceBook.Requests requests) {
        return new PriceBook.Requests(
                of(requests.write()), of(requests.read()), of(requests.list()), of(requests.transition()));
    }

    private PriceBook.@Nullable PerRequests of(PriceBook.@Nullable PerRequests rate) {
        return rate == null ? null : new PriceBook.PerRequests(rate.per(), of(rate.price()));
    }

    private PriceBook.@Nullable PerUnit of(PriceBook.@Nullable PerUnit rate) {
        return rate == null ? null : new PriceBook.PerUnit(rate.unit(), of(rate.price()));
    }

    private PriceBook.@Nullable Base of(PriceBook.@Nullable Base base) {
        return base == null ? null : new PriceBook.Base(of(base.price()), base.includesBytes());
    }
}
