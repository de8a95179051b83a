package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
    private static final Path POLICIES = Path.of("examples/policies");
    private static final Path DRIFT = Path.of("examples/drift");
    private static final Path EXCEPTION = Path.of("examples/exception");

    /** An environment is a file of its name. */
    static Stream<String> environments() throws IOException {
        try (Stream<Path> files = Files.list(POLICIES.resolve("environments"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void everyEnvironmentCompilesWithoutErrorOrWarning(String environment) {
        Typed compiled = Typed.in(Path.of(""), "compile", POLICIES, "--environment", environment);
        assertThat(compiled.exit()).as(compiled.err()).isZero();
        assertThat(compiled.out()).contains("kind: BackupStorageLocation", "kind: Schedule");
        Typed validated =
                Typed.in(Path.of(""), "validate", POLICIES, "--environment", environment, "--fail-on", "warning");
        assertThat(validated.exit()).as(validated.out()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-02-29T00:00:00Z", "2026-11-21T09:00:00Z", "2049-12-31T23:59:59Z"})
    void thePoliciesAreValidOnAnyDay(String day) throws IOException {
        Typed validated = Typed.in(Path.of(""), "validate", POLICIES, "-o", "json", "--at", day);
        assertThat(validated.exit()).as(validated.out()).isZero();
        // Prices grow old, and nothing else does.
        assertThat(new ObjectMapper().readTree(validated.out()).path("diagnostics"))
                .filteredOn(finding -> !finding.path("severity").asText().equals("note"))
                .allMatch(finding -> finding.path("rule").asText().equals("price.stale"));
    }

    @Test
    void theExamplesAreInCanonicalForm() {
        Typed checked = Typed.in(
                Path.of(""),
                "fmt",
                "--check",
                POLICIES,
                EXCEPTION,
                DRIFT.resolve("policies"),
                DRIFT.resolve("accepted-prices.yaml"));
        assertThat(checked.exit()).as(checked.out() + checked.err()).isZero();
    }

    @Test
    void everyFileIsReadAndHasOnlyDocumentsOfOurs() throws IOException {
        JsonNode report =
                json(Typed.in(Path.of(""), "validate", POLICIES, "-o", "json").out());
        try (Stream<Path> files = Files.walk(POLICIES)) {
            long found = files.filter(Files::isRegularFile).count();
            assertThat(report.at("/summary/files").asLong()).isEqualTo(found);
        }
        assertThat(report.at("/summary/documents").asInt())
                .isGreaterThanOrEqualTo(report.at("/summary/files").asInt());
    }

    @Test
    void everyPolicyIsCompiledSomewhere() throws IOException {
        Typed all = Typed.in(Path.of(""), "compile", POLICIES, "--environment", "all");
        assertThat(all.exit())
                .as("a stream is of one environment: " + all.err())
                .isEqualTo(Exit.CANNOT_RUN);
        var streams = new StringBuilder();
        for (String environment : environments().toList()) {
            streams.append(Typed.in(Path.of(""), "compile", POLICIES, "-e", environment)
                    .out());
        }
        try (Stream<Path> files = Files.walk(POLICIES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String document : Files.readString(file).split("(?m)^---$", -1)) {
                    if (document.contains("kind: BackupPolicy")) {
                        String name = document.replaceAll("(?s).*?metadata:\\s+name: (\\S+).*", "$1");
                        assertThat(streams).contains("ballast.dev/policy: " + name);
                    }
                    if (document.contains("kind: BackupStore")) {
                        String name = document.replaceAll("(?s).*?metadata:\\s+name: (\\S+).*", "$1");
                        assertThat(streams).contains("storageLocation: " + name);
                    }
                }
            }
        }
    }

    @Test
    void theBookstoreIsTheTextbookScheme() {
        String prod = Typed.in(Path.of(""), "compile", POLICIES, "-e", "prod").out();
        assertThat(schedule(prod, "bookstore-daily")).contains("schedule: \"0 2 * * *\"", "ttl: 168h0m0s");
        assertThat(schedule(prod, "bookstore-weekly")).contains("schedule: \"0 3 * * 0\"", "ttl: 672h0m0s");
        assertThat(schedule(prod, "bookstore-monthly")).contains("schedule: \"0 4 1 * *\"", "ttl: 8760h0m0s");
        assertThat(prod.split("ballast.dev/policy: bookstore\n    ballast.dev/tier", -1))
                .hasSize(4);
    }

    private static String schedule(String stream, String name) {
        return Stream.of(stream.split("(?m)^---$", -1))
                .filter(document ->
                        document.contains("kind: Schedule\n") && document.contains("  name: " + name + "\n"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theExceptionLetsOneFindingPassUntilItExpires() throws IOException {
        Path file = EXCEPTION.resolve("exceptions/audit-export.yaml");
        LocalDate expires = LocalDate.parse(Files.readString(file).replaceAll("(?s).*expires: \"?([0-9-]+).*", "$1"));
        Typed before = validate(expires.minusDays(60));
        assertThat(before.exit()).as(before.out()).isZero();
        assertThat(before.out()).contains("1 finding suppressed by exceptions");
        Typed soon = validate(expires.minusDays(3));
        assertThat(soon.out()).as("it says so when it is about to expire").contains("exception.");
        Typed after = validate(expires.plusDays(1));
        assertThat(after.exit()).as(after.out()).isEqualTo(Exit.FINDINGS);
        assertThat(after.out()).contains("retention.shorter-than-interval", "exception.");
    }

    private static Typed validate(LocalDate day) {
        return Typed.in(
                Path.of(""), "validate", EXCEPTION, "--at", day.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
