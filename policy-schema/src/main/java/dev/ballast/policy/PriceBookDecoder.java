package dev.ballast.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decodes the spec of a price book whose shape the schema has accepted. */
final class PriceBookDecoder {
    private static final String CURRENCY = "a currency of ISO 4217";
    private static final String DATE = "a date such as `2027-03-31`";
    private static final String PRICE = "a number such as `0.023`";
    private static final String PERCENT = "a percentage from `-100` up";

    private PriceBookDecoder() {}

    /** Nothing when the currency or the date of the book cannot be read, which is then a finding, as is any other value that cannot. */
    static Optional<PriceBook> decode(Meta meta, Fields spec) {
        Currency currency = spec.value("currency", PriceBookDecoder::currency, CURRENCY);
        LocalDate asOf = spec.value("asOf", Moments::date, DATE);
        if (currency == null || asOf == null) {
            return Optional.empty();
        }
        List<PriceBook.Entry> entries = spec.objects("entries").stream()
                .map(entry -> entry(entry, currency))
                .toList();
        return Optional.of(
                new PriceBook(meta, spec.text("version", ""), asOf, currency, fx(spec.object("fx")), entries));
    }

    private static Map<Currency, PriceBook.Fx> fx(Fields rates) {
        var fx = new LinkedHashMap<Currency, PriceBook.Fx>();
        for (String code : rates.names()) {
            Fields rate = rates.object(code);
            Optional<Currency> currency = currency(code);
            if (currency.isEmpty()) {
                rates.refuse(code, "the key `%s` in `fx` is not %s".formatted(code, CURRENCY));
            }
            BigDecimal factor = rate.value("rate", PriceBookDecoder::positive, "a number above zero");
            LocalDate asOf = rate.value("asOf", Moments::date, DATE);
            if (currency.isPresent() && factor != null && asOf != null) {
                fx.put(currency.get(), new PriceBook.Fx(factor, asOf, rate.text("source")));
            }
        }
        return Collections.unmodifiableMap(fx);
    }

    private static PriceBook.Entry entry(Fields entry, Currency ofBook) {
        Currency currency = entry.value("currency", PriceBookDecoder::currency, CURRENCY, ofBook);
        Fields source = entry.object("source");
        LocalDate retrieved = source.value("retrieved", Moments::date, DATE);
        return new PriceBook.Entry(
                entry.text("key", ""),
                entry.texts("regions"),
                currency,
                PriceBook.Accounting.valueOf(entry.text("accounting", "objects").toUpperCase(Locale.ROOT)),
                entry.has("storage") ? storage(entry.object("storage")) : null,
                requests(entry.object("requests")),
                perUnit(entry, "retrieval"),
                new PriceBook.Egress(
                        perUnit(entry.object("egress"), "region"), perUnit(entry.object("egress"), "internet")),
                minimum(entry.object("minimum")),
                entry.has("base") ? base(entry.object("base")) : null,
                bytes(entry.object("free"), "storage"),
                entry.object("adjust").value("percent", PriceBookDecoder::percent, PERCENT, BigDecimal.ZERO),
                entry.text("note"),
                retrieved == null ? null : source(source, retrieved),
                entry.place());
    }

    private static PriceBook.Storage storage(Fields storage) {
        return new PriceBook.Storage(
                unit(storage),
                storage.objects("tiers").stream()
                        .map(tier -> new PriceBook.StorageTier(tier.large("upTo"), price(tier)))
                        .toList());
    }

    private static PriceBook.Requests requests(Fields requests) {
        return new PriceBook.Requests(
                perRequests(requests, "write"),
                perRequests(requests, "read"),
                perRequests(requests, "list"),
                perRequests(requests, "transition"));
    }

    private static PriceBook.@Nullable PerRequests perRequests(Fields requests, String name) {
        Fields rate = requests.object(name);
        return requests.has(name) ? new PriceBook.PerRequests(rate.number("per", 1), price(rate)) : null;
    }

    private static PriceBook.@Nullable PerUnit perUnit(Fields fields, String name) {
        Fields rate = fields.object(name);
        return fields.has(name) ? new PriceBook.PerUnit(unit(rate), price(rate)) : null;
    }

    private static PriceBook.Minimum minimum(Fields minimum) {
        return new PriceBook.Minimum(
                minimum.number("days", 0), minimum.number("objectBytes", 0), bytes(minimum, "storage"));
    }

    private static PriceBook.Base base(Fields base) {
        return new PriceBook.Base(price(base), bytes(base, "includes"));
    }

    private static PriceBook.Source source(Fields source, LocalDate retrieved) {
        return new PriceBook.Source(
                source.text("url", ""), retrieved, PriceBook.Confidence.valueOf(source.text("confidence", "D")));
    }

    private static PriceBook.Unit unit(Fields fields) {
        return PriceBook.Unit.valueOf(fields.text("unit", "GiB").toUpperCase(Locale.ROOT));
    }

    private static BigDecimal price(Fields fields) {
        return fields.value("price", PriceBookDecoder::decimal, PRICE, BigDecimal.ZERO);
    }

    private static long bytes(Fields fields, String name) {
        return fields.value(name, Quantities::bytes, TermsDecoder.SIZE, 0L);
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> positive(String text) {
        return decimal(text).filter(number -> number.signum() > 0);
    }

    private static Optional<BigDecimal> percent(String text) {
        return decimal(text).filter(percent -> percent.compareTo(BigDecimal.valueOf(-100)) >= 0);
    }
}
