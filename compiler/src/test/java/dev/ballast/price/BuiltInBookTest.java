package dev.ballast.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.compile.CheckedText;
import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.policy.PriceBook;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The built-in book is held to what a user's is held to, and to more. */
class BuiltInBookTest {
    private final PriceBook book = BuiltInBook.get();

    @Test
    void nothingIsFoundInItButWhatIsOld() {
        String text = new String(BuiltInBook.text(), StandardCharsets.UTF_8);
        assertThat(CheckedText.of(text).diagnostics())
                .extracting(Diagnostic::rule)
                .isNotEmpty()
                .containsOnly("price.stale");
    }

    @Test
    void everyPriceHasASourceThatIsNotOfTheFuture() {
        assertThat(book.entries()).hasSizeGreaterThan(60).allSatisfy(entry -> {
            PriceBook.Source source = Objects.requireNonNull(entry.source(), entry.key());
            assertThat(source.retrieved()).isBetween(LocalDate.of(2022, 1, 1), book.asOf());
        });
    }

    @Test
    void whatIsDoubtfulSaysSo() {
        assertThat(book.entries())
                .filteredOn(entry -> Objects.requireNonNull(entry.source()).confidence() == PriceBook.Confidence.D)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.note()).isNotBlank())
                .extracting(PriceBook.Entry::key)
                .contains("hetzner/standard");
    }

    @Test
    void pricesThatNobodyKnowsAreNotThere() {
        assertThat(Prices.of(List.of(), List.of()).keys())
                .noneMatch(key -> Set.of("huawei", "minio").contains(key.substring(0, key.indexOf('/'))));
    }

    @Test
    void everyRegionOfTheStandardClassesIsListed() {
        Prices prices = Prices.of(List.of(), List.of());
        assertThat(regions(prices, "aws/s3/standard"))
                .contains("us-east-1", "us-east-2", "us-west-2", "eu-west-1", "eu-north-1", "us-west-1", "ca-central-1")
                .contains("eu-west-2", "eu-west-3", "eu-central-1", "sa-east-1", "af-south-1")
                .doesNotHaveDuplicates();
        assertThat(regions(prices, "gcp/storage/standard")).contains("us-central1", "europe-west3", "eu", "nam4");
        assertThat(regions(prices, "aws/ebs/snapshot")).hasSize(9);
    }

    private static List<String> regions(Prices prices, String key) {
        return prices.all().stream()
                .filter(price -> price.key().equals(key))
                .flatMap(price -> price.regions().stream())
                .toList();
    }
}
