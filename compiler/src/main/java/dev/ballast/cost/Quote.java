package dev.ballast.cost;

import dev.ballast.policy.PriceBook;
import dev.ballast.price.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The prices of one key in one region.
 *
 * @param region that was asked for
 */
public record Quote(String key, @Nullable String region, Price price) {
    /** The price list of stored bytes; absent where the key has none. */
    public @Nullable Tariff tariff() {
        PriceBook.Storage storage = price.entry().storage();
        return storage == null
                ? null
                : new Tariff(
                        storage.unit().bytes(),
                        storage.tiers().stream().map(Quote::band).toList());
    }

    private static Tariff.Band band(PriceBook.StorageTier tier) {
        return new Tariff.Band(tier.upTo() == null ? null : BigDecimal.valueOf(tier.upTo()), tier.price());
    }

    /** The currency of its prices. */
    public Currency currency() {
        return price.entry().currency();
    }

    /** Seconds for which each object is paid for at least. */
    long leastLife() {
        return price.entry().minimum().days() * ChangeCurve.DAY;
    }

    /** What so many requests cost. */
    static BigDecimal requests(PriceBook.PerRequests price, BigDecimal count) {
        return count.multiply(price.price())
                .divide(BigDecimal.valueOf(price.per()), Tariff.SCALE, RoundingMode.HALF_EVEN);
    }

    /** What so many bytes of traffic cost. */
    static BigDecimal traffic(PriceBook.PerUnit price, long bytes) {
        return Tariff.flat(price.unit().bytes(), price.price()).monthly(bytes);
    }
}
