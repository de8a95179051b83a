package dev.ballast.rules.price;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Severity;
import dev.ballast.policy.PriceBook;
import dev.ballast.price.Converter;
import dev.ballast.rules.Context;
import dev.ballast.rules.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;

/** A book in whose currency an amount cannot be told, since no book has a rate. */
final class NoRate implements Rule.OfFleet {
    @Override
    public String id() {
        return "price.no-rate";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Diagnostic> check(Context context) {
        if (context.set().priceBooks().isEmpty()) {
            return List.of();
        }
        Converter converter = context.prices().converter();
        var found = new ArrayList<Diagnostic>();
        for (PriceBook book : context.set().priceBooks()) {
            var seen = new LinkedHashSet<Currency>();
            for (PriceBook.Entry entry : book.entries()) {
                Currency currency = entry.currency();
                if (seen.add(currency)
                        && converter
                                .convert(BigDecimal.ONE, currency, book.currency())
                                .isEmpty()) {
                    found.add(finding(book, entry));
                }
            }
        }
        return found;
    }

    private Diagnostic finding(PriceBook book, PriceBook.Entry entry) {
        String code = entry.currency().getCurrencyCode();
        return at(
                        entry.place().child("currency"),
                        "the price of `%s` is in `%s`, and no book has a rate from it to `%s`"
                                .formatted(entry.key(), code, book.currency().getCurrencyCode()))
                .help("add the rate: `fx: {%s: {rate, asOf, source}}`".formatted(code));
    }
}
