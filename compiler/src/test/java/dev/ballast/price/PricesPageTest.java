package dev.ballast.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.policy.PriceBook;
import dev.ballast.testing.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about prices is made from the built-in book. */
class PricesPageTest {
    private static final Path PAGE = Path.of("../docs/prices.md");
    private static final String EXAMPLE = """
            apiVersion: ballast.dev/v1alpha1
            kind: PriceBook
            metadata: {name: acme}
            spec:
              version: "7"
              asOf: 2026-11-21
              currency: USD
              entries:
                - key: minio/standard
                  accounting: objects
                  storage: {unit: GiB, tiers: [{price: "0.012"}]}
                  source: {url: "https://wiki.example.com/storage-price", retrieved: 2026-11-21, confidence: A}
                - key: aws/s3/standard
                  regions: [us-east-1]
                  accounting: objects
                  storage: {unit: GiB, tiers: [{upTo: 51200, price: "0.023"}, {price: "0.022"}]}
                  adjust: {percent: -12}
                  source: {url: "https://aws.amazon.com/s3/pricing/", retrieved: 2026-11-21, confidence: A}
            """;

    @Test
    void thePageListsEveryPrice() throws IOException {
        Golden.check(PAGE, page());
    }

    @Test
    void theExampleIsAPriceBookThatWins() {
        Prices prices = Prices.of(List.of(), List.of(Books.read(EXAMPLE)));
        assertThat(prices.find("aws/s3/standard", "us-east-1")
                        .map(price -> price.book().name()))
                .contains("acme");
        assertThat(prices.find("aws/s3/standard", "us-east-2")
                        .map(price -> price.book().name()))
                .contains("builtin");
    }

    private static String page() {
        List<Price> prices = Prices.of(List.of(), List.of()).all();
        return """
                # Prices

                What storage costs is in price books. One ships with Ballast and is listed here; a [PriceBook](reference/pricebook.md) beside the policies wins over
                it, and one named with `--prices` over both. An entry replaces what lies below of the same key and region; one without `regions` replaces all of the
                key. A price is looked up by exactly the region of the store, or of the snapshot location: where there is none, bytes are told and no money.

                A month has 730 hours, `GiB` is 2^30 bytes and `GB` 10^9. Prices are without tax and discounts; `adjust: {percent: -12}` is a discount of one's own.
                Money of two currencies is never added: where it must be compared, the rate that was used is shown. What was read more than 180 days ago is
                reported by [`price.stale`](rules.md#pricestale).

                ```yaml
                """
                + EXAMPLE
                + """
                ```

                `ballast prices list` shows the prices that hold, `ballast prices check` what is wrong with a book, and `ballast prices diff builtin FILE` what it changes.

                ## The built-in book
                Typed by hand: what a source says, where, and when it was read. What no source says is not here. The grades: **A** the provider's own page, **B** others
                who name the provider's price list, **C** data that a tool is tested with, **D** common knowledge, or sources that disagree. Where only a month is
                known, its first day stands for it.

                """
                + "Version %s of %s, %s.\n\n"
                        .formatted(
                                BuiltInBook.get().version(),
                                BuiltInBook.get().asOf(),
                                BuiltInBook.get().currency())
                + "| key | regions | price | least and free | also billed | accounting | source | read | grade | note |\n"
                + "|---|---|---|---|---|---|---|---|---|---|\n"
                + prices.stream().map(PricesPageTest::row).collect(Collectors.joining());
    }

    private static String row(Price price) {
        PriceBook.Entry entry = price.entry();
        String first = PriceWords.price(entry);
        String others = PriceWords.others(entry);
        return "| `%s` | %s | %s | %s | %s | %s | [%s](%s) | %s | %s | %s |\n"
                .formatted(
                        price.key(),
                        PriceWords.regions(price),
                        tiers(entry, first),
                        PriceWords.minimum(entry),
                        first.endsWith(others) ? "–" : others,
                        entry.accounting().word(),
                        host(entry),
                        entry.source() == null ? "" : entry.source().url(),
                        price.asOf(),
                        PriceWords.confidence(entry),
                        entry.note() == null ? "" : entry.note());
    }

    /** On the page there is room to say from where on a tier holds. */
    private static String tiers(PriceBook.Entry entry, String price) {
        PriceBook.Storage storage = entry.storage();
        if (storage == null || storage.tiers().size() == 1) {
            return price;
        }
        String limits = storage.tiers().stream()
                .filter(tier -> tier.upTo() != null)
                .map(tier -> String.valueOf(tier.upTo()))
                .collect(Collectors.joining(" and "));
        return "%s (from 0, %s %s on)".formatted(price, limits, storage.unit().word());
    }

    private static String host(PriceBook.Entry entry) {
        return entry.source() == null ? "" : entry.source().url().replaceFirst("https?://([^/]+).*", "$1");
    }
}
