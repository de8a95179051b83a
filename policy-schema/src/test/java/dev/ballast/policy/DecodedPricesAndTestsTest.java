package dev.ballast.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.schema.SchemaValidation;
import dev.ballast.schema.Schemas;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a price book and a test come to as records, and what only decoding can find. */
class DecodedPricesAndTestsTest {
    private static final Path GOLDENS = Path.of("src/test/resources/golden/schema");
    private static final SchemaValidation SCHEMAS = new SchemaValidation(new Schemas());

    @Test
    void everyFieldOfAnEntryIsRead() throws IOException {
        PriceBook book = read(golden("ok-every-field-of-a-price-book"))
                .value()
                .orElseThrow()
                .priceBooks()
                .get(0);
        assertThat(book.version()).isEqualTo("2026.11.1");
        assertThat(book.fx().get(Currency.getInstance("EUR")))
                .isEqualTo(new PriceBook.Fx(new BigDecimal("1.1133"), LocalDate.of(2026, 10, 28), "ecb"));
        PriceBook.Entry entry = book.entries().get(0);
        assertThat(entry.regions()).containsExactly("us-east-1", "eu-west-1");
        assertThat(entry.currency()).isEqualTo(Currency.getInstance("EUR"));
        assertThat(entry.storage())
                .isEqualTo(new PriceBook.Storage(
                        PriceBook.Unit.GIB,
                        List.of(
                                new PriceBook.StorageTier(51_200L, new BigDecimal("0.023")),
                                new PriceBook.StorageTier(null, new BigDecimal("0.022")))));
        assertThat(entry.requests().transition()).isEqualTo(new PriceBook.PerRequests(1000, new BigDecimal("0.01")));
        assertThat(entry.retrieval()).isEqualTo(new PriceBook.PerUnit(PriceBook.Unit.GB, new BigDecimal("0.01")));
        assertThat(entry.egress().internet())
                .isEqualTo(new PriceBook.PerUnit(PriceBook.Unit.GIB, new BigDecimal("0.09")));
        assertThat(entry.minimum()).isEqualTo(new PriceBook.Minimum(30, 131_072, 1L << 40));
        assertThat(entry.base()).isEqualTo(new PriceBook.Base(new BigDecimal("5.00"), 250L << 30));
        assertThat(entry.freeBytes()).isEqualTo(10_000_000_000L);
        assertThat(entry.adjust()).isEqualByComparingTo("-12.5");
        assertThat(entry.source())
                .isEqualTo(new PriceBook.Source(
                        "https://aws.amazon.com/s3/pricing/", LocalDate.of(2026, 7, 1), PriceBook.Confidence.B));
        assertThat(book.entries().get(1).currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(book.entries().get(1).adjust()).isEqualByComparingTo("-12");
    }

    @Test
    void everyFieldOfATestIsRead() throws IOException {
        PolicyTest test = read(golden("ok-every-field-of-a-test"))
                .value()
                .orElseThrow()
                .tests()
                .get(0);
        assertThat(test.from()).isEqualTo(Instant.parse("2026-01-01T04:00:00Z"));
        assertThat(test.outages())
                .extracting(PolicyTest.Outage::kind)
                .containsExactly(
                        PolicyTest.Failure.RUNS_FAIL,
                        PolicyTest.Failure.RUNS_FAIL,
                        PolicyTest.Failure.VELERO_DOWN,
                        PolicyTest.Failure.STORE_DOWN);
        assertThat(test.outages().get(0).to()).isEqualTo(Instant.parse("2026-11-29T00:00:00Z"));
        assertThat(test.expect())
                .isEqualTo(new PolicyTest.Expectations(
                        new Bound(Bound.Relation.EXACTLY, 23),
                        new Bound(Bound.Relation.AT_LEAST, 20),
                        new Bound(Bound.Relation.AT_MOST, 400),
                        Duration.ofDays(365),
                        Duration.ofHours(25),
                        true,
                        new Money(new BigDecimal("50"), Currency.getInstance("USD"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "currency: USD|currency: XQX|/spec/currency|`XQX` is not a currency of ISO 4217",
                "{EUR: {rate|{XQX: {rate|/spec/fx/XQX|the key `XQX` in `fx` is not a currency of ISO 4217",
                "\"1.1133\"|\"0.0\"|/spec/fx/EUR/rate|`0.0` is not a number above zero",
                "currency: EUR|currency: XQX|/spec/entries/0/currency|`XQX` is not a currency of ISO 4217",
                "\"-12.5\"|\"-100.5\"|/spec/entries/0/adjust/percent|`-100.5` is not a percentage from `-100` up"
            })
    void whatASchemaCannotSeeOfABookIsFound(String right, String wrong, String pointer, String message)
            throws IOException {
        List<Diagnostic> found = read(golden("ok-every-field-of-a-price-book")
                        .replaceFirst(java.util.regex.Pattern.quote(right), wrong))
                .diagnostics();
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("schema.value");
            assertThat(((Place.Field) finding.place()).pointer()).isEqualTo(pointer);
            assertThat(finding.message()).isEqualTo(message);
        });
    }

    @Test
    void anOutageEndsAfterItBegins() throws IOException {
        Outcome<PolicySet> read =
                read(golden("ok-every-field-of-a-test").replace("to: 2026-12-29", "to: 2026-12-20T00:00:00Z"));
        assertThat(read.diagnostics()).singleElement().satisfies(finding -> {
            assertThat(((Place.Field) finding.place()).pointer()).isEqualTo("/spec/outages/2/to");
            assertThat(finding.message()).contains("`2026-12-20T00:00:00Z`", "`2026-12-20`");
        });
        assertThat(read.value().orElseThrow().tests().get(0).outages()).hasSize(3);
    }

    @Test
    void aDayThatDoesNotExistIsFound() throws IOException {
        Outcome<PolicySet> read =
                read(golden("ok-every-field-of-a-test").replace("from: 2026-11-20T12:00:00Z", "from: 2026-11-31"));
        assertThat(read.diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "`2026-11-31` is not a date such as `2026-01-01` or a time such as `2026-01-01T06:00:00Z`");
    }

    @ParameterizedTest
    @CsvSource({"23, 22 24, 23", ">=20, 0 19, 20 21", "<=26, 27, 0 26", ">= 3, 2, 3"})
    void aBoundAdmitsWhatItSays(String text, String not, String yes) {
        Bound bound = Bound.parse(text).orElseThrow();
        assertThat(bound).hasToString(text.replace(" ", ""));
        assertThat(not.split(" "))
                .allSatisfy(n -> assertThat(bound.admits(Integer.parseInt(n))).isFalse());
        assertThat(yes.split(" "))
                .allSatisfy(n -> assertThat(bound.admits(Integer.parseInt(n))).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ">", ">20", "=20", "-1", ">=-1", "20.5", "99999999"})
    void whatIsNoBoundIsNone(String text) {
        assertThat(Bound.parse(text)).isEmpty();
    }

    @Test
    void recordsRefuseWhatCannotBe() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        Place.Field place = Place.value("x", 0, "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyTest.Outage(now, now, PolicyTest.Failure.RUNS_FAIL, place));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PriceBook.Fx(BigDecimal.ZERO, LocalDate.of(2026, 1, 1), null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bound(Bound.Relation.EXACTLY, -1));
    }

    private static String golden(String name) throws IOException {
        return Files.readString(GOLDENS.resolve(name).resolve("input.yaml"));
    }

    private static Outcome<PolicySet> read(String text) {
        var documents = SourceReader.read("x.yaml", text, Limits.DEFAULT)
                .value()
                .orElseThrow()
                .documents();
        return PolicyReader.read(documents, SCHEMAS::validate);
    }
}
