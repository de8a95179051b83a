package dev.ballast.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ballast.compile.CheckedText;
import dev.ballast.report.ReportEnvelope;
import dev.ballast.report.ReportSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedPlanTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<String> cases() throws IOException {
        return PlanGoldenTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatWasSavedComparesAsWhatWasRead(String name) throws IOException {
        FleetState before = state(name, "before.yaml");
        FleetState after = state(name, "after.yaml");
        JsonNode file = reread(SavedPlan.write(before, CheckedText.AT));

        assertThat(ReportSchemas.violations("saved-plan", file)).isEmpty();
        assertThat(SavedPlan.read(file)).contains(before);
        assertThat(ChangeSet.between(SavedPlan.read(file).orElseThrow(), after, CheckedText.AT))
                .isEqualTo(ChangeSet.between(before, after, CheckedText.AT));
    }

    @Test
    void nothingDiffersFromItself() throws IOException {
        FleetState state = state("a-policy-is-new", "after.yaml");
        JsonNode file = reread(SavedPlan.write(state, CheckedText.AT));
        assertThat(ChangeSet.between(SavedPlan.read(file).orElseThrow(), state, CheckedText.AT)
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind", "apiVersion"})
    void anotherKindOrVersionIsNotRead(String member) throws IOException {
        ObjectNode file = SavedPlan.write(state("a-policy-is-new", "after.yaml"), CheckedText.AT);
        assertThat(SavedPlan.read(file.put(member, "other"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan-report", "saved-plan"})
    void theSchemasInTheDocumentationAreThoseOfTheCode(String name) throws IOException {
        assertThat(Files.readString(Path.of("../docs/reports", name + ".schema.json")))
                .isEqualTo(ReportSchemas.text(name));
    }

    private static FleetState state(String name, String file) throws IOException {
        Path text = Path.of("src/test/resources/golden/plan", name, file);
        CheckedText checked = CheckedText.of(Files.readString(text));
        return FleetState.of(
                checked.checked().fleet(),
                new ForecastOutlooks(CheckedText.AT),
                new CostBills(Compared.prices(checked), CheckedText.AT, null));
    }

    private static JsonNode reread(ObjectNode file) throws IOException {
        return MAPPER.readTree(ReportEnvelope.text(file));
    }
}
