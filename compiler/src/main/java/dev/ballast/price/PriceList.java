package dev.ballast.price;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The prices that hold, or some of them, at one instant.
 *
 * @param at decides which are stale
 */
public record PriceList(List<Price> prices, Prices from, Instant at) {

    /** Every price. */
    public static PriceList of(Prices prices, Instant at) {
        return new PriceList(prices.all(), prices, at);
    }

    /** Those whose key matches {@code glob}: {@code *} is any text, {@code ?} any one character. */
    public PriceList matching(String glob) {
        var pattern = new StringBuilder();
        glob.codePoints().forEach(c -> {
            switch (c) {
                case '*' -> pattern.append(".*");
                case '?' -> pattern.append('.');
                default -> pattern.append(Pattern.quote(Character.toString(c)));
            }
        });
        Pattern keys = Pattern.compile(pattern.toString());
        return new PriceList(
                prices.stream()
                        .filter(price -> keys.matcher(price.key()).matches())
                        .toList(),
                from,
                at);
    }

    /** How many of them are stale. */
    public long stale() {
        return prices.stream().filter(price -> price.isStale(at)).count();
    }
}
