package dev.ballast.e2e;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.e2e.cluster.Clusters;
import dev.ballast.e2e.cluster.NeedsCluster;
import dev.ballast.e2e.cluster.TestCluster;
import dev.ballast.e2e.cluster.Verdict;
import dev.ballast.schema.Kind;
import dev.ballast.schema.SchemaValidation;
import dev.ballast.schema.Schemas;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API server, with schema and CEL of Ballast's CRDs, takes and refuses the same objects as {@code ballast validate}. */
@NeedsCluster
class SchemaParityTest {
    private static final Path GOLDENS = Path.of("../policy-schema/src/test/resources/golden/schema");

    /** Where the policies of tests of other modules are, and those that users copy. */
    private static final List<Path> POLICIES = List.of(
            Path.of("../compiler/src/test/resources/golden/rules"),
            Path.of("../compiler/src/test/resources/golden/compile"),
            Path.of("../examples"));

    /** Findings about what a server is never asked: text that is no object, and kinds and versions it does not know. */
    private static final Set<String> NEVER_ASKED = Set.of("schema.unknown-kind", "schema.unknown-version");

    /** Golden cases about what only a file can have, by name, with the reason. */
    private static final Map<String, String> ONLY_IN_FILES = Map.of(
            "ok-documents-of-others-are-passed-over",
            "a file may hold other kinds, which the server would judge by schemas that are not ours");

    private final SchemaValidation validation = new SchemaValidation(new Schemas());

    @ParameterizedTest
    @EnumSource
    void judgesEveryFieldAlike(Kind kind, Clusters clusters) throws Exception {
        TestCluster cluster = BallastCrds.in(clusters);
        List<String> differences = new ArrayList<>();
        int accepted = 0;
        for (SchemaCorpus.Candidate candidate : SchemaCorpus.of(kind, new Schemas())) {
            String text = candidate.document().toString();
            Verdict verdict = cluster.judge(text);
            accepted += verdict.accepted() ? 1 : 0;
            compare(candidate.name(), verdict, findings(text), differences);
        }

        assertThat(differences).isEmpty();
        assertThat(accepted).as("documents that are right").isGreaterThan(20);
    }

    @Test
    void judgesEveryGoldenCaseAlike(Clusters clusters) throws Exception {
        TestCluster cluster = BallastCrds.in(clusters);
        List<String> differences = new ArrayList<>();
        TreeSet<String> unused = new TreeSet<>(ONLY_IN_FILES.keySet());
        Set<Boolean> verdicts = new TreeSet<>();
        for (Path golden : TestFiles.foldersIn(GOLDENS)) {
            String name = golden.getFileName().toString();
            String text = TestFiles.text(golden.resolve("input.yaml"));
            if (!unused.remove(name)) {
                Verdict verdict = judgeAll(cluster, text);
                verdicts.add(verdict.accepted());
                compare(name, verdict, findings(text), differences);
            }
        }

        assertThat(differences).isEmpty();
        assertThat(verdicts).as("cases of both kinds").containsExactly(false, true);
        assertThat(unused).as("excluded cases that are not there").isEmpty();
    }

    @Test
    void judgesThePoliciesOfRulesAndExamplesAlike(Clusters clusters) throws Exception {
        TestCluster cluster = BallastCrds.in(clusters);
        List<String> differences = new ArrayList<>();
        int judged = 0;
        for (Path file : policyFiles()) {
            for (Document document : documents(Files.readString(file))) {
                List<Diagnostic> found = validation.validate(document);
                if (SchemaValidation.isOurs(document)
                        && found.stream().noneMatch(d -> NEVER_ASKED.contains(d.rule()))) {
                    judged++;
                    compare(
                            file.toString(),
                            cluster.judge(document.root().toString()),
                            found.stream().map(Diagnostic::message).collect(joining("; ")),
                            differences);
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(judged).isGreaterThan(200);
    }

    private static List<Path> policyFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : POLICIES) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(file -> file.toString().endsWith(".yaml"))
                        .filter(file -> !file.toString().contains("/yaml."))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** A stream is taken if every document in it is. One document goes to the server as it was written. */
    private static Verdict judgeAll(TestCluster cluster, String text) throws Exception {
        List<Document> documents = documents(text);
        if (documents.size() == 1) {
            return cluster.judge(text);
        }
        List<String> refusals = new ArrayList<>();
        for (Document document : documents) {
            Verdict verdict = cluster.judge(document.root().toString());
            if (!verdict.accepted()) {
                refusals.add(verdict.reason());
            }
        }
        return new Verdict(refusals.isEmpty(), String.join("; ", refusals));
    }

    private static void compare(String name, Verdict verdict, String findings, List<String> differences) {
        if (verdict.accepted() != findings.isEmpty()) {
            differences.add(name + "\n  server: " + (verdict.accepted() ? "accepted" : verdict.reason())
                    + "\n  ballast: " + (findings.isEmpty() ? "accepted" : findings));
        }
    }

    private static List<Document> documents(String text) {
        return SourceReader.read("input.yaml", text, Limits.DEFAULT)
                .value()
                .orElseThrow()
                .documents();
    }

    private String findings(String text) {
        List<Diagnostic> found = new ArrayList<>(
                SourceReader.read("input.yaml", text, Limits.DEFAULT).diagnostics());
        documents(text).forEach(document -> found.addAll(validation.validate(document)));
        return found.stream().map(Diagnostic::message).collect(joining("; "));
    }
}
