package dev.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.cost.Cause;
import dev.ballast.drift.ExecutionDrift;
import dev.ballast.drift.ManifestDrift;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code drift} and {@code diff}, from files to exit codes. */
class DriftCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLE = Path.of("examples/drift");

    @TempDir
    private Path folder = Path.of("");

    private static Typed example(String command, Object... more) {
        var words = new ArrayList<Object>(
                List.of(command, EXAMPLE.resolve("policies"), "--from", EXAMPLE.resolve("exported")));
        words.addAll(List.of(more));
        return Typed.in(Path.of(""), words.toArray());
    }

    private static JsonNode report() throws IOException {
        Typed drift = example(
                "drift",
                "--accepted-prices",
                EXAMPLE.resolve("accepted-prices.yaml"),
                "--listing",
                "primary=" + EXAMPLE.resolve("primary-bucket.json"),
                "-o",
                "json");
        assertThat(drift.err()).isEmpty();
        assertThat(drift.exit()).isEqualTo(Exit.FINDINGS);
        return JSON.readTree(drift.out());
    }

    private static Stream<JsonNode> all(JsonNode report, String path) {
        var nodes = new ArrayList<JsonNode>();
        report.path("policies").forEach(policy -> policy.at(path).forEach(nodes::add));
        report.path("shared").at(path).forEach(nodes::add);
        return nodes.stream();
    }

    private static Set<String> words(Stream<JsonNode> nodes, String member) {
        return nodes.map(node -> node.path(member).asText()).collect(Collectors.toSet());
    }

    @Test
    void theJsonIsWhatItsSchemaSays() throws IOException {
        JsonNode report = report();
        assertThat(ReportSchema.violations("drift-report.schema.json", report)).isEmpty();
        ((ObjectNode) report.at("/policies/0/manifests/0")).remove("help");
        ((ObjectNode) report.at("/policies/0/cost")).putNull("currency");
        assertThat(ReportSchema.violations("drift-report.schema.json", report)).hasSize(2);
    }

    @Test
    void theExampleHasEveryKindOfDrift() throws IOException {
        JsonNode report = report();
        assertThat(words(all(report, "/manifests"), "kind"))
                .isEqualTo(Arrays.stream(ManifestDrift.Kind.values())
                        .map(ManifestDrift.Kind::word)
                        .collect(Collectors.toSet()));
        assertThat(words(all(report, "/execution"), "kind"))
                .isEqualTo(Arrays.stream(ExecutionDrift.Kind.values())
                        .map(ExecutionDrift.Kind::word)
                        .collect(Collectors.toSet()));
        // What only differs between two versions of a policy is no drift.
        assertThat(words(all(report, "/cost/causes"), "cause"))
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Cause.Kind.SCHEDULE)).stream()
                        .map(Cause.Kind::word)
                        .collect(Collectors.toSet()));
    }

    @Test
    void theCausesAddUp() throws IOException {
        JsonNode report = report();
        List<JsonNode> costs = new ArrayList<>();
        report.path("policies").forEach(policy -> costs.add(policy.path("cost")));
        costs.add(report.at("/shared/cost"));
        assertThat(costs)
                .filteredOn(cost -> !cost.isMissingNode())
                .hasSizeGreaterThan(5)
                .allSatisfy(cost -> {
                    BigDecimal amount = BigDecimal.ZERO;
                    long bytes = 0;
                    for (JsonNode cause : cost.path("causes")) {
                        amount = amount.add(new BigDecimal(cause.path("amount").asText()));
                        bytes += cause.path("bytes").asLong();
                    }
                    assertThat(amount).isEqualByComparingTo(cost.path("drift").asText());
                    assertThat(bytes)
                            .isEqualTo(cost.path("driftBytes").asLong())
                            .isEqualTo(cost.path("actualBytes").asLong()
                                    - cost.path("expectedBytes").asLong());
                });
    }

    @Test
    void whoIsAsTheyShouldBeIsNoDrift() throws IOException {
        Path policies = Policies.write(folder.resolve("policies"), "prod");
        Path export = export(policies);
        Typed drift = Typed.in(folder, "drift", policies, "--from", export);
        assertThat(drift.out()).isEqualTo("""
                prod on Sat 2026-11-21 09:00 UTC: no policy is off, of 1

                as it should be
                  policy  restore points
                  shop    0 restore points of 0 expected by now
                """);
        assertThat(drift.exit()).isEqualTo(Exit.OK);
        Typed diff = Typed.in(folder, "diff", policies, "--from", export);
        assertThat(diff.out()).isEqualTo("nothing would change in 2 objects\n");
        assertThat(diff.exit()).isEqualTo(Exit.OK);
    }

    @Test
    void withoutPathsThePoliciesAreThoseOfTheCluster() throws IOException {
        Path policies = Policies.write(folder.resolve("policies"), "prod");
        Path export = export(policies);
        assertThat(Typed.in(folder, "drift", "--from", export))
                .isEqualTo(new Typed(
                        Exit.CANNOT_RUN,
                        "",
                        "ballast: there are no policies in the cluster; name the files that hold them\n"));
        Files.writeString(export.resolve("policies.json"), """
                {"kind": "List", "items": [
                  {"apiVersion": "ballast.dev/v1alpha1", "kind": "Environment", "metadata": {"name": "prod", "namespace": "velero", "uid": "1"},
                   "spec": {"velero": {"version": "1.18.3", "csi": true, "nodeAgent": true}}},
                  {"apiVersion": "ballast.dev/v1alpha1", "kind": "BackupStore", "metadata": {"name": "primary", "namespace": "velero"},
                   "spec": {"provider": "aws", "bucket": "acme-backups", "prefix": "prod", "region": "us-east-1"}}]}
                {"apiVersion": "ballast.dev/v1alpha1", "kind": "BackupPolicy", "metadata": {"name": "shop", "namespace": "velero"},
                 "spec": {"select": {"namespaces": ["shop"]}, "keep": {"daily": 9}, "volumes": {"method": "snapshot-move"}},
                 "status": {"tiers": [{"name": "daily", "since": "2026-11-19T12:00:00Z"}]}}
                """);
        Typed drift = Typed.in(folder, "drift", "--from", export, "-o", "json");
        assertThat(drift.exit()).as(drift.err()).isEqualTo(Exit.FINDINGS);
        JsonNode report = JSON.readTree(drift.out());
        assertThat(report.at("/policies/0/manifests/0/fields/0/path").asText()).isEqualTo("/spec/template/ttl");
        assertThat(report.at("/policies/0/restorePoints/expected").asInt())
                .as("two nights since it was recorded")
                .isEqualTo(2);
    }

    /** What compiling writes, as kubectl would print it once it was applied just now. */
    private Path export(Path policies) throws IOException {
        Typed compiled = Typed.in(folder, "compile", policies, "--output-dir", "rendered");
        assertThat(compiled.exit()).as(compiled.err()).isZero();
        Path export = Files.createDirectories(folder.resolve("export"));
        try (Stream<Path> files = Files.walk(folder.resolve("rendered"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                JsonNode object = dev.ballast.source.SourceReader.read(
                                "-", Files.readAllBytes(file), dev.ballast.source.Limits.DEFAULT)
                        .value()
                        .orElseThrow()
                        .documents()
                        .get(0)
                        .root();
                ((ObjectNode) object.path("metadata")).put("creationTimestamp", "2026-11-21T08:30:00Z");
                Files.writeString(
                        export.resolve(Objects.requireNonNull(file.getFileName()) + ".json"), object.toString());
            }
        }
        return export;
    }

    @Test
    void whatIsNotThereWouldBeMade() throws IOException {
        Path policies = Policies.write(folder.resolve("policies"), "prod");
        Path other =
                Policies.file(folder, "export/none.json", "{\"kind\": \"Schedule\", \"metadata\": {\"name\": \"x\"}}");
        Typed diff = Typed.in(folder, "diff", policies, "--from", Paths.parent(other));
        assertThat(diff.out()).isEqualTo("""
                create BackupStorageLocation velero/primary

                create Schedule velero/shop-daily

                2 to create, 0 to change, 0 as they are
                """);
        assertThat(diff.exit()).isEqualTo(Exit.FINDINGS);
    }

    @Test
    void onlyTheManagersThatAreNamedCountAsUs() {
        Typed drift = example("drift", "--manager", "argocd-controller");
        assertThat(drift.out())
                .contains("`Schedule velero/handbook-daily` carries our label, but was not applied by us, written by\n"
                        + "      `ballast-reconciler`");
    }

    @Test
    void markdownGoesToAFileBesideTheText() throws IOException {
        Path file = folder.resolve("drift.md");
        Typed drift = example("drift", "-o", "text", "-o", "markdown=" + file);
        assertThat(drift.out()).startsWith("prod on Sat 2026-11-21 09:00 UTC: 6 of 7 policies are off\n");
        assertThat(Files.readString(file))
                .startsWith("### Drift of prod on Sat 2026-11-21 09:00 UTC: 6 of 7 policies are off\n\n#### `shop`, ")
                .contains("| changed | `Schedule velero/shop-daily` | `/spec/template/includedNamespaces` |")
                .endsWith("\nAs it should be: `handbook`\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"drift", "diff"})
    void withoutAClusterNothingCanBeSaid(String command) throws IOException {
        Path policies = Policies.write(folder.resolve("policies"), "prod", "dev");
        assertThat(cannot(command, policies, "-e", "prod", "--kubeconfig", folder.resolve("none")))
                .contains("none` cannot be read");
        assertThat(cannot(command, policies, "-e", "all", "--from", EXAMPLE.toAbsolutePath()))
                .contains("a cluster is one environment");
        assertThat(cannot(command, policies, "-e", "prod", "--from", folder.resolve("none")))
                .contains("does not exist");
        assertThat(cannot(command, policies, "--from", policies)).contains("holds no objects");
        assertThat(cannot(command, policies, "--from", EXAMPLE.toAbsolutePath(), "--context", "prod"))
                .contains("`--from` looks at no cluster");
        Path config = Policies.file(folder, "config", kubeconfig());
        assertThat(cannot(command, policies, "-e", "prod", "--kubeconfig", config))
                .matches("(?s)ballast: the cluster at `http://127.0.0.1:\\d+/` cannot be read: .*"
                        + "; `--from` reads exported objects instead\n");
        assertThat(cannot(command, policies, "-e", "prod", "--kubeconfig", config, "--context", "other"))
                .contains("there is no context `other` in the kubeconfig");
    }

    private String cannot(String command, Path policies, Object... more) {
        var words = new ArrayList<Object>(List.of(command, policies));
        words.addAll(List.of(more));
        Typed typed = Typed.in(folder, words.toArray());
        assertThat(typed.exit()).as(typed.err()).isEqualTo(Exit.CANNOT_RUN);
        return typed.err();
    }

    /** Of a server that does not listen. */
    private static String kubeconfig() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        return """
                apiVersion: v1
                kind: Config
                current-context: desk
                clusters: [{name: desk, cluster: {server: "http://127.0.0.1:%d"}}]
                contexts: [{name: desk, context: {cluster: desk, user: desk}}]
                users: [{name: desk, user: {}}]
                """.formatted(port);
    }

    @Test
    void invalidPoliciesAreToldAndNothingElse() throws IOException {
        Path policies = Policies.write(folder.resolve("policies"), "prod");
        Policies.file(policies, "shop.yaml", Policies.SHOP.replace("daily: 7", "daily: none"));
        Typed drift = Typed.in(
                folder, "drift", policies, "--from", EXAMPLE.resolve("exported").toAbsolutePath());
        assertThat(drift.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(drift.out()).isEmpty();
        assertThat(drift.err()).contains("error[");
    }

    @Test
    void aListingIsOfAStoreThatThereIs() throws IOException {
        Path policies = Policies.write(folder.resolve("policies"), "prod");
        Path export = EXAMPLE.resolve("exported").toAbsolutePath();
        assertThat(cannot("drift", policies, "--from", export, "--listing", "other=x"))
                .contains("names no store of `prod`; write STORE=FILE, STORE one of primary");
        assertThat(cannot("drift", policies, "--from", export, "--listing", "primary=" + folder.resolve("none")))
                .contains("none` cannot be read");
        Path list = Policies.file(folder, "list.json", "[]");
        assertThat(cannot("drift", policies, "--from", export, "--listing", "primary=" + list))
                .contains("is no listing of a bucket");
    }

    @Test
    void whatWasMeasuredIsWrittenForTheNextEstimate() throws IOException {
        Path file = folder.resolve("measured.yaml");
        Typed drift = example("drift", "--calibration", file);
        assertThat(drift.exit()).isEqualTo(Exit.FINDINGS);
        assertThat(Files.readString(file)).startsWith("apiVersion: calibration.ballast.dev/v1\nkind: Calibration\n");

        Object[] cost = {"cost", EXAMPLE.resolve("policies"), "--at", "2026-11-21T09:00:00Z", "-o", "json"};
        Typed declared = Typed.in(Path.of(""), cost);
        var words = new ArrayList<>(Arrays.asList(cost));
        words.addAll(List.of("--calibration", file));
        Typed measured = Typed.in(Path.of(""), words.toArray());

        assertThat(measured.err()).isEmpty();
        assertThat(measured.exit()).isEqualTo(declared.exit()).isEqualTo(Exit.OK);
        assertThat(JSON.readTree(measured.out()).at("/totals/estimate"))
                .isNotEqualTo(JSON.readTree(declared.out()).at("/totals/estimate"));
    }

    /** The file is kept beside the example, so that commands in the documentation can read it. */
    @Test
    void theMeasuredSizesOfTheExampleAreThoseThatThePageShows() throws IOException {
        Path file = folder.resolve("measured.yaml");
        example("drift", "--calibration", file);
        String made = Files.readString(file);
        Path kept = EXAMPLE.resolve("measured.yaml");
        Path page = Path.of("docs", "drift.md");
        String before = Files.readString(page);
        String shop = made.replaceFirst("(?s).*\n(    shop:\n(?:      [^\n]*\n)*).*", "$1");
        String shown = "(?s)(<!-- from examples/drift/measured.yaml -->\n```yaml\n).*?```";
        String after = before.replaceFirst(shown, "$1" + Matcher.quoteReplacement(shop) + "```");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(kept, made);
            Files.writeString(page, after);
        }
        assertThat(kept).hasContent(made);
        assertThat(before)
                .as("-Dgolden.update=true rewrites what docs/drift.md shows of it, and still fails")
                .isEqualTo(after);
    }

    @Test
    void credentialsWithoutAnythingToListAreAMistake() throws IOException {
        Path policies = Policies.write(folder.resolve("policies"), "prod");
        Path export = EXAMPLE.resolve("exported").toAbsolutePath();
        assertThat(cannot("drift", policies, "--from", export, "--bucket-credentials", "none"))
                .contains("nobody does without `--list-buckets`");
        assertThat(cannot("drift", policies, "--from", export, "--list-buckets", "--bucket-credentials", "none"))
                .contains("none` cannot be read: no such file or folder");
    }
}
