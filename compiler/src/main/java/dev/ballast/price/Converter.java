package dev.ballast.price;

import dev.ballast.policy.PriceBook;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts money by the rates of price books, always together with the rate, so that whoever asks can print it. */
public final class Converter {
    private final List<Book> books;

    Converter(List<Book> books) {
        this.books = books;
    }

    /**
     * An amount in another currency.
     *
     * @param amount not rounded; 34 digits
     * @param rate absent when the currency was the same
     */
    public record Converted(
            BigDecimal amount, Currency currency, @Nullable Rate rate) {}

    /**
     * What one unit of a currency is worth in another.
     *
     * @param asOf the older day, where it comes from two rates
     */
    public record Rate(Currency from, Currency to, BigDecimal factor, LocalDate asOf, Book book) {
        /** As reports say it: {@code 1 EUR = 1.1133 USD (builtin, 2026-10-28)}. */
        @Override
        public String toString() {
            return "1 %s = %s %s (%s, %s)"
                    .formatted(
                            from.getCurrencyCode(),
                            Decimals.plain(factor.round(new MathContext(6))).toPlainString(),
                            to.getCurrencyCode(),
                            book.name(),
                            asOf);
        }
    }

    /** Nothing when no book has a rate for both currencies; the first that has one wins. */
    public Optional<Converted> convert(BigDecimal amount, Currency from, Currency to) {
        if (from.equals(to)) {
            return Optional.of(new Converted(amount, to, null));
        }
        return rate(from, to)
                .map(rate -> new Converted(amount.multiply(rate.factor(), MathContext.DECIMAL128), to, rate));
    }

    /** The rate by which money of one currency is converted to another. */
    public Optional<Rate> rate(Currency from, Currency to) {
        for (Book book : books) {
            PriceBook.Fx source = worth(book, from);
            PriceBook.Fx target = worth(book, to);
            if (source != null && target != null) {
                LocalDate older = source.asOf().isBefore(target.asOf()) ? source.asOf() : target.asOf();
                BigDecimal factor = source.rate().divide(target.rate(), MathContext.DECIMAL128);
                return Optional.of(new Rate(from, to, Decimals.plain(factor), older, book));
            }
        }
        return Optional.empty();
    }

    /** What a unit is worth in the currency of the book, which itself is worth one on any day. */
    private static PriceBook.@Nullable Fx worth(Book book, Currency currency) {
        return book.document().currency().equals(currency)
                ? new PriceBook.Fx(BigDecimal.ONE, LocalDate.MAX, null)
                : book.document().fx().get(currency);
    }
}
