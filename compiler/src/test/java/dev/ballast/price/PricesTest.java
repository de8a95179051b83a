package dev.ballast.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.policy.PriceBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricesTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency CHF = Currency.getInstance("CHF");

    @Test
    void theTextbookPriceIsBuiltIn() {
        Price price = Prices.of(List.of(), List.of())
                .find("aws/ebs/snapshot", "us-east-1")
                .orElseThrow();
        assertThat(price.book().toString()).isEqualTo("builtin 2026.11.1 of 2026-11-21");
        assertThat(price.book().layer().word()).isEqualTo("built-in");
        assertThat(price.entry().accounting()).isEqualTo(PriceBook.Accounting.INCREMENTAL);
        assertThat(price.entry().storage()).isEqualTo(storage("0.05"));
    }

    @Test
    void aNeighbourSaysNothing() {
        Prices prices = Prices.of(List.of(), List.of());
        assertThat(prices.find("aws/s3/standard", "us-east-1")).isPresent();
        assertThat(prices.find("aws/s3/standard", "us-east-12")).isEmpty();
        assertThat(prices.find("aws/s3/standard", "us-east")).isEmpty();
        assertThat(prices.find("aws/s3/standard", null)).isEmpty();
        assertThat(prices.find("aws/s3", "us-east-1")).isEmpty();
    }

    @Test
    void aDiscountIsInEveryPriceAndOnlyOnce() {
        PriceBook book = Books.of(
                "acme",
                "{key: a/b, accounting: objects, adjust: {percent: -12}, base: {price: \"5.00\", includes: 1TiB}, "
                        + "storage: {unit: GiB, tiers: [{upTo: 50, price: \"0.023\"}, {price: \"0.022\"}]}, "
                        + "requests: {write: {per: 1000, price: \"0.005\"}}, retrieval: {unit: GB, price: \"0.01\"}, "
                        + "egress: {region: {unit: GiB, price: \"0.02\"}}}");
        Price price = Prices.of(List.of(book), List.of()).find("a/b", "x").orElseThrow();
        assertThat(EntryJson.of(price)).hasToString("""
                {"currency":"USD","accounting":"objects",\
                "storage":{"unit":"GiB","tiers":[{"upTo":50,"price":"0.02024"},{"price":"0.01936"}]},\
                "requests":{"write":{"per":1000,"price":"0.0044"}},"retrieval":{"unit":"GB","price":"0.0088"},\
                "egress":{"region":{"unit":"GiB","price":"0.0176"}},\
                "base":{"price":"4.4","includesBytes":1099511627776},"adjustedPercent":"-12"}""");
        assertThat(price.entry().adjust()).isZero();
        assertThat(Adjustment.applied(price.entry())).isEqualTo(price.entry());
    }

    @Test
    void aDiscountOfEverythingLeavesZeroAndNoExponent() {
        PriceBook book = Books.of(
                "acme",
                "{key: a/b, accounting: objects, adjust: {percent: -100}, base: {price: \"100\"}}",
                "{key: a/c, accounting: objects, adjust: {percent: 100}, base: {price: \"500\"}}");
        Prices prices = Prices.of(List.of(book), List.of());
        assertThat(PriceWords.price(prices.find("a/b", null).orElseThrow().entry()))
                .isEqualTo("0 USD");
        assertThat(PriceWords.price(prices.find("a/c", null).orElseThrow().entry()))
                .isEqualTo("1000 USD");
    }

    @Test
    void aPriceIsStaleFromItsHundredAndEightyFirstDay() {
        Prices prices = Prices.of(List.of(Books.of("acme", Books.entry("a/b", List.of(), "1"))), List.of());
        assertThat(stale(prices, "2027-04-30T23:59:59Z")).doesNotContain("a/b");
        assertThat(stale(prices, "2027-05-01T00:00:00Z")).contains("a/b");
        assertThat(stale(prices, "2026-11-21T00:00:00Z"))
                .contains("aws/s3/glacier")
                .doesNotContain("aws/s3/standard");
    }

    @Test
    void moneyIsConvertedWithTheRateInSight() {
        Converter converter = Prices.of(List.of(), List.of()).converter();
        Converter.Converted there =
                converter.convert(new BigDecimal("100"), EUR, USD).orElseThrow();
        assertThat(there.amount()).isEqualByComparingTo("111.33");
        assertThat(there.rate()).hasToString("1 EUR = 1.1133 USD (builtin, 2026-10-28)");
        Converter.Converted back = converter.convert(there.amount(), USD, EUR).orElseThrow();
        assertThat(back.amount().round(new java.math.MathContext(20))).isEqualByComparingTo("100");
        assertThat(back.rate()).hasToString("1 USD = 0.89823 EUR (builtin, 2026-10-28)");
    }

    @Test
    void theSameCurrencyNeedsNoRateAndAnUnknownOneHasNone() {
        Converter converter = Prices.of(List.of(), List.of()).converter();
        Converter.Converted same =
                converter.convert(new BigDecimal("1.50"), CHF, CHF).orElseThrow();
        assertThat(same.amount()).isEqualTo(new BigDecimal("1.50"));
        assertThat(same.rate()).isNull();
        assertThat(converter.convert(BigDecimal.ONE, CHF, USD)).isEmpty();
    }

    @Test
    void aRateOfTheSiteWinsAndTwoOfOneBookMeet() {
        PriceBook book = Books.read("""
                apiVersion: ballast.dev/v1alpha1
                kind: PriceBook
                metadata: {name: acme}
                spec:
                  version: "1"
                  asOf: 2026-11-01
                  currency: USD
                  fx:
                    EUR: {rate: "1.2", asOf: 2026-11-02}
                    CHF: {rate: "1.5", asOf: 2026-11-01}
                  entries: [{key: a/b, accounting: objects, base: {price: "1"}}]
                """);
        Converter converter = Prices.of(List.of(), List.of(book)).converter();
        assertThat(converter.rate(EUR, USD).map(Converter.Rate::toString))
                .contains("1 EUR = 1.2 USD (acme, 2026-11-02)");
        assertThat(converter.rate(EUR, CHF).map(Converter.Rate::toString))
                .contains("1 EUR = 0.8 CHF (acme, 2026-11-01)");
    }

    @Test
    void sizesAreSaidInTheUnitThatFits() {
        assertThat(PriceWords.size(131_072)).isEqualTo("128KiB");
        assertThat(PriceWords.size(10_000_000_000L)).isEqualTo("10GB");
        assertThat(PriceWords.size(1L << 40)).isEqualTo("1TiB");
        assertThat(PriceWords.size(7)).isEqualTo("7B");
    }

    private static List<String> stale(Prices prices, String at) {
        return prices.stale(Instant.parse(at)).stream().map(Price::key).toList();
    }

    private static PriceBook.Storage storage(String price) {
        return new PriceBook.Storage(
                PriceBook.Unit.GIB, List.of(new PriceBook.StorageTier(null, new BigDecimal(price))));
    }
}
