package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code forecast}, {@code test} and {@code compare}, from files to exit codes. */
class ForecastCommandsTest {
    private static final String TEST = """
            apiVersion: ballast.dev/v1alpha1
            kind: PolicyTest
            metadata: {name: a-week}
            spec: {policy: shop, from: "2026-01-01", days: 30, expect: {points: %d}}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void policies() throws IOException {
        Policies.write(folder);
    }

    @Test
    void aForecastIsTextUnlessToldOtherwise() {
        Typed typed = Typed.in(folder, "forecast", folder);
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).startsWith("shop\n").contains("7 at rest", "all policies: 1 Schedule, 1.0 runs a day");
    }

    @Test
    void formsGoWhereTheyAreSent() throws IOException {
        Typed typed = Typed.in(folder, "forecast", folder, "-o", "json", "-o", "html=page.html", "--days", "2");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(new ObjectMapper().readTree(typed.out()).at("/policies/0/runs"))
                .hasSize(2);
        assertThat(Files.readString(folder.resolve("page.html"))).startsWith("<!doctype html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "cost"})
    void aPageNeedsNothingButItself(String command) throws IOException {
        Typed typed = Typed.in(
                folder, command, Path.of("examples/policies").toAbsolutePath(), "-e", "prod", "-o", "html=page.html");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("page.html")))
                .startsWith("<!doctype html>")
                .endsWith("</html>\n")
                .contains("default-src 'none'", "<title>" + (command.equals("cost") ? "Cost" : "Forecast"))
                .doesNotContainPattern("(?i)<(script|link rel=.stylesheet|img|iframe|object|embed|base)\\b")
                .doesNotContainPattern("(?i)(src|href|action|poster)\\s*=\\s*[\"']?(https?:)?//")
                .doesNotContainPattern("(?i)url\\(|@import|\\son[a-z]+\\s*=")
                .doesNotContain("http://", "https://");
    }

    @Test
    void aPageOfForecastsShowsPointsBytesAndMoney() throws IOException {
        Path prices = Policies.file(folder.resolve("books"), "prices.yaml", """
                apiVersion: ballast.dev/v1alpha1
                kind: PriceBook
                metadata: {name: contract}
                spec:
                  version: "1"
                  asOf: 2026-11-01
                  currency: USD
                  entries:
                    - key: aws/ebs/snapshot
                      accounting: incremental
                      storage: {unit: GiB, tiers: [{price: "0.10"}]}
                      source: {url: "https://example.com/contract", retrieved: 2026-11-01, confidence: A}
                """);
        Path examples = Path.of("examples/policies").toAbsolutePath();
        String listed = page(examples, "-e", "prod", "--policy", "bookstore");
        assertThat(listed)
                .contains(
                        "policy-prod.bookstore-calendar", "policy-prod.bookstore-bytes", "policy-prod.bookstore-money")
                .contains("<dd class=\"value\">39.51 USD</dd>");
        assertThat(page(examples, "-e", "prod", "--policy", "bookstore", "--prices", prices))
                .contains("<dd class=\"value\">79.01 USD</dd>");
    }

    @Test
    void pricesAreReadForAPageAlone() throws IOException {
        Path prices = folder.resolve("store.yaml");
        assertThat(Typed.in(folder, "forecast", folder, "--prices", prices).exit())
                .isZero();
        Typed typed = Typed.in(folder, "forecast", folder, "--prices", prices, "-o", "text", "-o", "html=page.html");
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.out()).isEmpty();
        assertThat(folder.resolve("page.html")).doesNotExist();
    }

    private String page(Object... words) {
        var all = new ArrayList<Object>(List.of("forecast", "--at", "2026-11-21T09:00:00Z", "-o", "html"));
        all.addAll(List.of(words));
        Typed typed = Typed.in(folder, all.toArray());
        assertThat(typed.exit()).as(typed.err()).isZero();
        return typed.out();
    }

    @Test
    void backupsOfTheClusterAreCounted() throws IOException {
        Path inventory = Policies.file(folder.resolve("in"), "backups.json", """
                {"kind": "List", "items": [{"kind": "Backup",
                  "metadata": {"name": "old", "labels": {"ballast.dev/policy": "shop", "ballast.dev/tier": "daily"}},
                  "status": {"phase": "Completed", "startTimestamp": "2026-11-20T02:00:00Z", "expiration": "2026-12-20T02:00:00Z"}}]}
                """);
        Typed typed = Typed.in(
                folder,
                "forecast",
                folder.resolve("shop.yaml"),
                folder.resolve("store.yaml"),
                "--inventory",
                inventory,
                "-o",
                "json");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(typed.out())
                        .at("/policies/0/points/0/total")
                        .asInt())
                .isEqualTo(1);
        Typed wrong = Typed.in(folder, "forecast", folder, "--inventory", folder.resolve("shop.yaml"));
        assertThat(wrong.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(wrong.err()).contains("is no list of backups");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--outage | 2026-12-01 | is no outage",
                "--days | 0 | at least 1",
                "--policy | shp | did you mean `shop`",
                "-o | xml | there are text, json, html"
            })
    void aQuestionThatMakesNoSenseIsRefused(String option, String value, String why) {
        Typed typed = Typed.in(folder, "forecast", folder, option, value);
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains(why);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void invalidPoliciesAreNotForecast() throws IOException {
        Policies.file(folder, "bad.yaml", Policies.SHOP.replace("shop", "bad").replace("daily: 7", "dayly: 7"));
        for (String command : List.of("forecast", "test")) {
            Typed typed = Typed.in(folder, command, folder);
            assertThat(typed.exit()).as(command).isEqualTo(Exit.FINDINGS);
            assertThat(typed.out()).isEmpty();
            assertThat(typed.err()).contains("dayly");
        }
    }

    @Test
    void aTestThatFailsEndsWithOne() throws IOException {
        Policies.file(folder, "test.yaml", TEST.formatted(7));
        Typed holds = Typed.in(folder, "test", folder);
        assertThat(holds.out()).contains("1 test, all hold");
        assertThat(holds.exit()).isZero();
        Policies.file(folder, "test.yaml", TEST.formatted(8));
        Typed fails = Typed.in(folder, "test", folder, "-o", "text", "-o", "junit=out.xml");
        assertThat(fails.out()).contains("7 restore points at the end, expected 8");
        assertThat(fails.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(Files.readString(folder.resolve("out.xml")))
                .contains("<testcase name=\"a-week\" classname=\"shop\"");
    }

    @Test
    void aTestOfNoPolicyIsAFinding() throws IOException {
        Policies.file(folder, "test.yaml", TEST.formatted(7).replace("policy: shop", "policy: shp"));
        Typed typed = Typed.in(folder, "test", folder);
        assertThat(typed.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(typed.err()).contains("reference.unknown-policy", "did you mean `shop`");
    }

    @Test
    void anotherKeepIsResolvedLikeTheWrittenOne() throws IOException {
        Policies.file(folder, "shop.yaml", Policies.SHOP + "  overrides:\n    prod: {keep: {daily: 3}}\n");
        Policies.file(folder, "prod.yaml", Policies.environment("prod"));
        Typed typed = Typed.in(
                folder,
                "compare",
                "shop",
                folder,
                "--keep",
                "daily=30",
                "--keep",
                "{weekly: 4, monthly: 1y}",
                "-o",
                "json");
        assertThat(typed.exit()).as(typed.err()).isZero();
        JsonNode report = new ObjectMapper().readTree(typed.out());
        assertThat(report.path("alternatives").findValuesAsText("keep"))
                .containsExactly("daily 3", "daily 30", "weekly 4, monthly 1y");
        assertThat(report.path("alternatives").findValuesAsText("atRest")).containsExactly("3", "30", "16");
        assertThat(ReportSchema.violations("compare-report.schema.json", report))
                .isEmpty();
    }

    @Test
    void aKeepThatTheRulesForbidIsShownWithTheReason() {
        Typed typed = Typed.in(folder, "compare", "shop", folder, "--keep", "weekly=2d", "-o", "markdown");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("| now | daily 7 | 7 |", "- `weekly 2d` is refused:", "(retention.shorter-than-interval)");
    }

    @ParameterizedTest
    @CsvSource({
        "daily, is nothing to keep",
        "'daily=7,daily=8', is nothing to keep",
        "dayly=3, `dayly` is no field of `keep`",
        "daily=soon, is not valid"
    })
    void aKeepThatCannotBeReadIsRefused(String keep, String why) {
        Typed typed = Typed.in(folder, "compare", "shop", folder, "--keep", keep);
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "2026-11-21", "2026-02-30T00:00:00Z", ""})
    void whatIsNoInstantIsSaidInWords(String time) {
        Typed typed = Typed.in(folder, "forecast", folder, "--at", time);
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err())
                .startsWith("ballast: Invalid value for option '--at': `%s` is no instant; write for example"
                        .formatted(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000-01-01T00:00:00Z", "3000-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void instantsThatNobodyMeansAreRefused(String time) {
        Typed typed = Typed.in(folder, "cost", folder, "--at", time);
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains("is not from 1970 to 2999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "cost", "test", "validate"})
    void twoFormsInOnePlaceAreRefused(String command) {
        Typed printed = Typed.in(folder, command, folder, "-o", "text", "-o", "json");
        assertThat(printed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(printed.err()).contains("only one form can be printed; give the others a file: `json=FILE`");
        assertThat(printed.out()).isEmpty();

        Typed written = Typed.in(folder, command, folder, "-o", "text=a", "-o", "json=./a");
        assertThat(written.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(written.err()).contains("`./a` is named for two forms");
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void aFormGoesToAFile() {
        assertThat(Typed.in(folder, "forecast", folder, "-o", "json=").err()).contains("`json=` names no file");
        assertThat(Typed.in(folder, "forecast", folder, "-o", "json=" + folder).err())
                .contains("cannot be written: it is a folder");
    }

    @Test
    void anOutageThatIsNotOverWithinTheForecastEndsNothing() {
        Typed typed = Typed.in(folder, "forecast", folder, "--outage", "2020-01-01..2300-01-01");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("when every tier has filled").doesNotContain("outage is over");
    }

    @Test
    void backupsOfAnotherClusterAreNotOurs() throws IOException {
        Policies.write(folder, "prod");
        Path inventory = Policies.file(folder.resolve("in"), "backups.json", """
                {"kind": "List", "items": [{"kind": "Backup",
                  "metadata": {"name": "theirs", "labels": {"ballast.dev/policy": "shop", "ballast.dev/tier": "daily",
                    "ballast.dev/cluster": "elsewhere"}},
                  "status": {"phase": "Completed", "startTimestamp": "2026-11-20T02:00:00Z", "expiration": "2026-12-20T02:00:00Z"}}]}
                """);
        Typed typed = Typed.in(
                folder,
                "forecast",
                folder.resolve("shop.yaml"),
                folder.resolve("store.yaml"),
                folder.resolve("prod.yaml"),
                "--inventory",
                inventory,
                "-o",
                "json");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(typed.out())
                        .at("/policies/0/points/0/total")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void oneIsNoPlural() throws IOException {
        Path policy = folder.resolve("shop.yaml");
        Files.writeString(policy, Files.readString(policy).replaceFirst("keep: .*", "keep: {yearly: forever}"));
        Typed typed = Typed.in(folder, "cost", folder);
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out()).contains(": nothing has a price", "shop, 1 restore point ");
    }
}
