package dev.ballast.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.policy.PriceBook;
import dev.ballast.report.ReportSchemas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceReportsTest {
    private static final String LIST = "price-list-report";
    private static final String DIFF = "price-diff-report";
    private static final PriceBook OLD = Books.of(
            "old",
            Books.entry("a/gone", List.of("east"), "1"),
            Books.entry("a/same", List.of(), "1"),
            Books.entry("a/x", List.of("east", "west", "north"), "0.02"));
    private static final PriceBook NEW = Books.of(
            "new",
            Books.entry("a/same", List.of(), "1"),
            Books.entry("a/x", List.of("north"), "0.02"),
            Books.entry("a/x", List.of("west"), "0.03"),
            Books.entry("a/x", List.of("east"), "0.03"),
            Books.entry("b/new", List.of(), "1"));

    @Test
    void theListIsWhatItsSchemaSays() {
        ObjectNode report = list();
        assertThat(ReportSchemas.violations(LIST, report)).isEmpty();
        assertThat(report.path("prices").size()).isGreaterThan(60);
    }

    @ParameterizedTest
    @CsvSource({"/books/0, version", "/prices/0, currency", "/prices/0, stale", "'', at"})
    void theSchemaOfTheListNoticesAMissingMember(String owner, String member) {
        ObjectNode report = list();
        assertThat(((ObjectNode) report.at(owner)).remove(member)).isNotNull();
        assertThat(ReportSchemas.violations(LIST, report)).isNotEmpty();
    }

    @Test
    void theSchemaOfTheListWantsMoneyAsText() {
        ObjectNode report = list();
        JsonNode tier = report.findParent("upTo");
        ((ObjectNode) tier).put("price", 0.023);
        assertThat(ReportSchemas.violations(LIST, report)).isNotEmpty();
    }

    @Test
    void theDifferenceIsWhatItsSchemaSays() {
        ObjectNode report = PriceDiffJson.of(PriceDiff.between(List.of(OLD), List.of(NEW)), Books.AT);
        assertThat(ReportSchemas.violations(DIFF, report)).isEmpty();
        ((ObjectNode) report.at("/changes/0")).remove("key");
        assertThat(ReportSchemas.violations(DIFF, report)).isNotEmpty();
    }

    @Test
    void regionsThatChangeAlikeAreOneChange() {
        assertThat(PriceDiffText.of(PriceDiff.between(List.of(OLD), List.of(NEW))))
                .isEqualTo("""
                - a/gone in east
                ~ a/x in east, west
                    storage.tiers[0].price: 0.02 -> 0.03
                + b/new
                1 changed, 1 added, 1 removed from old 1 of 2026-11-01 to new 1 of 2026-11-01
                """);
    }

    @Test
    void theOtherWayRoundItIsTheOpposite() {
        PriceDiff there = PriceDiff.between(List.of(OLD), List.of(NEW));
        PriceDiff back = PriceDiff.between(List.of(NEW), List.of(OLD));
        assertThat(back.count(PriceDiff.Kind.ADDED)).isEqualTo(there.count(PriceDiff.Kind.REMOVED));
        assertThat(back.count(PriceDiff.Kind.REMOVED)).isEqualTo(there.count(PriceDiff.Kind.ADDED));
        assertThat(PriceDiff.between(List.of(NEW), List.of(NEW)).changes()).isEmpty();
    }

    @Test
    void aListForPeopleIsAligned() {
        PriceList list =
                PriceList.of(Prices.of(List.of(), List.of(NEW)), Books.AT).matching("?/*");
        assertThat(PriceListText.of(list)).isEqualTo("""
                KEY     A MONTH       LEAST AND FREE  BILLED   READ        GRADE  BOOK  REGIONS
                a/same  1 USD/GiB     –               objects  2026-11-01  –      new   everywhere
                a/x     0.02 USD/GiB  –               objects  2026-11-01  –      new   north
                a/x     0.03 USD/GiB  –               objects  2026-11-01  –      new   west
                a/x     0.03 USD/GiB  –               objects  2026-11-01  –      new   east
                b/new   1 USD/GiB     –               objects  2026-11-01  –      new   everywhere

                5 prices from new 1 of 2026-11-01, builtin 2026.11.1 of 2026-11-21
                1 EUR = 1.1133 USD (builtin, 2026-10-28)
                """);
    }

    @Test
    void aGlobIsNoRegularExpression() {
        PriceList all = PriceList.of(Prices.of(List.of(), List.of()), Books.AT);
        assertThat(all.matching("aws/s3/standard").prices()).hasSizeGreaterThan(5);
        assertThat(all.matching("aws.s3.standard").prices()).isEmpty();
        assertThat(all.matching("*").prices()).isEqualTo(all.prices());
        assertThat(all.matching("[a-z]*").prices()).isEmpty();
    }

    private static ObjectNode list() {
        return PriceListJson.of(PriceList.of(Prices.of(List.of(), List.of(NEW)), Books.AT));
    }
}
