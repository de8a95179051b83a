package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(violations("compare-report.schema.json", report)).isEmpty();
    }

    @Test
    void aKeepThatTheRulesForbidIsShownWithTheReason() {
        Typed typed = Typed.in(folder, "compare", "shop", folder, "--keep", "weekly=2d", "-o", "markdown");
        assertThat(typed.exit()).as(typed.err()).isZero();
        assertThat(typed.out())
                .contains("| now | daily 7 | 7 |", "- `weekly 2d` is refused:", "(retention.shorter-than-interval)");
    }

    @ParameterizedTest
    @CsvSource({"daily, is nothing to keep", "dayly=3, `dayly` is no field of `keep`", "daily=soon, is not valid"})
    void aKeepThatCannotBeReadIsRefused(String keep, String why) {
        Typed typed = Typed.in(folder, "compare", "shop", folder, "--keep", keep);
        assertThat(typed.exit()).isEqualTo(Exit.CANNOT_RUN);
        assertThat(typed.err()).contains(why);
    }

    private static List<String> violations(String name, JsonNode report) throws IOException {
        String own = "https://ballast.dev/report/v1/";
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of(
                                own + name,
                                text(name),
                                own + "diagnostic.schema.json",
                                text("diagnostic.schema.json"))))
                .getSchema(SchemaLocation.of(own + name));
        return schema.validate(report).stream().map(Object::toString).toList();
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("docs/reports", name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
