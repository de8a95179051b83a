package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PricesCommandTest {
    private static final String BOOK = """
            apiVersion: ballast.dev/v1alpha1
            kind: PriceBook
            metadata: {name: %s}
            spec:
              version: "1"
              asOf: 2026-11-01
              currency: USD
              entries:
                - key: minio/standard
                  accounting: objects
                  storage: {unit: GiB, tiers: [{price: "%s"}]}
                  source: {url: "https://wiki.example.com/", retrieved: 2026-11-01, confidence: A}
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theListOfAUserWinsOverThatOfTheSite() throws IOException {
        Path site = Policies.file(folder, "site/book.yaml", BOOK.formatted("site", "0.02"));
        Path user = Policies.file(folder, "user.yaml", BOOK.formatted("mine", "0.03"));
        assertThat(Typed.in(folder, "prices", "list", "--key", "minio/*").out()).contains("0 prices from builtin");
        assertThat(Typed.in(folder, "prices", "list", site, "--key", "minio/*").out())
                .contains("0.02 USD/GiB", "1 price from site 1 of 2026-11-01, builtin");
        assertThat(Typed.in(folder, "prices", "list", site, "--prices", user, "--key", "minio/*")
                        .out())
                .contains("0.03 USD/GiB", "mine")
                .doesNotContain("0.02");
    }

    @Test
    void theListInJsonTakesTheInstant() throws IOException {
        Typed typed = Typed.in(
                folder, "prices", "list", "--key", "aws/s3/standard", "-o", "json", "--at", "2028-01-01T00:00:00Z");
        assertThat(typed.exit()).as(typed.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(typed.out());
        assertThat(report.path("kind").asText()).isEqualTo("PriceListReport");
        assertThat(report.path("prices"))
                .isNotEmpty()
                .allMatch(price -> price.path("stale").asBoolean());
    }

    @Test
    void checkFindsWhatIsWrongWithPricesAndNothingElse() throws IOException {
        Path policies = Policies.write(folder, "prod");
        Policies.file(folder, "book.yaml", BOOK.formatted("site", "0.02").replace("2026-11-01, c", "2024-11-01, c"));
        Policies.file(folder, "unused.yaml", """
                apiVersion: ballast.dev/v1alpha1
                kind: BackupStore
                metadata: {name: unused}
                spec: {provider: aws, bucket: b, region: us-east-1, prices: {objects: minio/standrad}}
                """);
        Typed typed = Typed.in(folder, "prices", "check", policies);
        assertThat(typed.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(typed.out())
                .contains("price.stale", "reference.unknown-price", "did you mean `minio/standard`?")
                .doesNotContain("store.unused");
        assertThat(Typed.in(folder, "validate", policies).out()).contains("store.unused", "price.stale");
    }

    @Test
    void checkFailsOnWarningsWhenAsked() throws IOException {
        Path book = Policies.file(
                folder, "book.yaml", BOOK.formatted("site", "0.02").replace("2026-11-01, c", "2024-11-01, c"));
        assertThat(Typed.in(folder, "prices", "check", book).exit()).isZero();
        assertThat(Typed.in(folder, "prices", "check", book, "--fail-on", "warning")
                        .exit())
                .isEqualTo(Exit.FINDINGS);
    }

    @Test
    void aDifferenceEndsWithOne() throws IOException {
        Path a = Policies.file(folder, "a.yaml", BOOK.formatted("old", "0.02"));
        Path b = Policies.file(folder, "b.yaml", BOOK.formatted("new", "0.03"));
        Typed typed = Typed.in(folder, "prices", "diff", a, b);
        assertThat(typed.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(typed.out()).isEqualTo("""
                ~ minio/standard
                    storage.tiers[0].price: 0.02 -> 0.03
                1 changed, 0 added, 0 removed from old 1 of 2026-11-01 to new 1 of 2026-11-01
                """);
        assertThat(Typed.in(folder, "prices", "diff", a, a).exit()).isZero();
        assertThat(Typed.in(folder, "prices", "diff", "builtin", "builtin").exit())
                .isZero();
        assertThat(new ObjectMapper()
                        .readTree(Typed.in(folder, "prices", "diff", a, b, "-o", "json")
                                .out())
                        .at("/changes/0/fields/0/after")
                        .asText())
                .isEqualTo("0.03");
    }

    @Test
    void whatIsNoBookOrABrokenOneIsSaid() throws IOException {
        Path policies = Policies.write(folder, "prod");
        assertThat(Typed.in(folder, "prices", "diff", "builtin", policies).err())
                .contains("there is no PriceBook in");
        Path broken = Policies.file(folder, "broken.yaml", BOOK.formatted("broken", "2 cents"));
        Typed typed = Typed.in(folder, "prices", "list", "--prices", broken);
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains("schema.value", "broken.yaml:11", "gives no prices");
        assertThat(Typed.in(folder, "prices", "list", broken).exit()).isEqualTo(Exit.FINDINGS);
        assertThat(Typed.in(folder, "prices", "diff", "builtin", "nothing.yaml").exit())
                .isEqualTo(Exit.CANNOT_RUN);
        assertThat(Typed.in(folder, "prices", "list", "-o", "yaml").err()).contains("text and json");
        assertThat(Typed.in(folder, "prices").exit()).isEqualTo(Exit.CANNOT_RUN);
    }
}
