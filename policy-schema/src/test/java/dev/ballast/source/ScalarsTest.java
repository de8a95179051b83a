package dev.ballast.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ballast.diagnostic.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plain scalars mean what they mean to kubectl: held to a table that its own decoder printed. */
class ScalarsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String table() throws IOException {
        try (var in = Objects.requireNonNull(ScalarsTest.class.getResourceAsStream("scalars.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The text read as a mapping with one member; missing when it is refused. */
    private static JsonNode only(String text) {
        Outcome<SourceFile> outcome = SourceReaderTest.read(text);
        List<Document> documents = outcome.value().orElseThrow().documents();
        boolean refused = outcome.hasErrors()
                || documents.size() != 1
                || documents.get(0).root().size() != 1;
        return refused ? JSON.missingNode() : documents.get(0).root();
    }

    /** Whole numbers beyond 64 bits keep their digits here; Go has a double. */
    private static boolean same(JsonNode ours, String theirs) throws IOException {
        if (ours.isMissingNode() || theirs.equals("error")) {
            return ours.isMissingNode() == theirs.equals("error");
        }
        JsonNode expected = JSON.readTree(theirs);
        if (ours.isNumber() && expected.isNumber()) {
            return ours.doubleValue() == expected.doubleValue();
        }
        return ours.equals(expected);
    }

    /** Except keys beyond 64 bits: kubectl rounds them to a float, here they are a finding. */
    @Test
    void everyScalarOfTheTableMeansTheSame() throws IOException {
        List<String> different = new ArrayList<>();
        List<String> rows = table().lines().toList();
        for (String row : rows) {
            String[] cells = row.split("\t", -1);
            JsonNode value = only("v: " + cells[0] + "\n").path("v");
            JsonNode root = only(cells[0] + ": x\n");
            JsonNode key = root.isObject() ? JSON.valueToTree(root.fieldNames().next()) : JSON.missingNode();
            if (!same(value, cells[1])) {
                different.add(cells[0] + " as value: " + value + ", kubectl: " + cells[1]);
            }
            if (!same(key, cells[2]) && !(value.isBigInteger() && key.isMissingNode())) {
                different.add(cells[0] + " as key: " + key + ", kubectl: " + cells[2]);
            }
        }
        assertThat(rows).hasSizeGreaterThan(3000);
        assertThat(different).isEmpty();
    }

    @Test
    void theTableIsWhatTheDecoderOfKubectlPrints() throws IOException, InterruptedException {
        assumeTrue(goIsOnThePath(), "go is not on the PATH, so the table of scalars is not printed anew");
        Path printed = Files.createTempFile("scalars", ".tsv");
        Process go = new ProcessBuilder("go", "run", ".")
                .directory(new File("src/test/go/scalars"))
                .redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(go.waitFor()).isZero();
        assertThat(Files.readString(printed)).isEqualTo(table());
        Files.delete(printed);
    }

    private static boolean goIsOnThePath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "go")));
    }
}
