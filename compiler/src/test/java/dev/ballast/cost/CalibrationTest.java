package dev.ballast.cost;

import static dev.ballast.cost.Timelines.GIB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.manifest.YamlWriter;
import dev.ballast.policy.Terms;
import dev.ballast.source.Document;
import dev.ballast.source.Limits;
import dev.ballast.source.SourceReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Instant MEASURED = Instant.parse("2026-06-17T02:00:20Z");

    private static Calibration.Measured measured(
            @Nullable Long data, Map<String, Long> byMethod, Map<Duration, Long> deltas) {
        var samples = new TreeMap<Duration, Calibration.Sample>();
        deltas.forEach((span, bytes) -> samples.put(span, new Calibration.Sample(bytes, 3)));
        return new Calibration.Measured(MEASURED, data, new TreeMap<>(byMethod), samples);
    }

    private static Terms.Size declared(@Nullable Long data, Map<String, Long> byMethod, Map<Duration, Long> deltas) {
        BigDecimal change = deltas.isEmpty() ? new BigDecimal("0.02") : null;
        BigDecimal reach = deltas.isEmpty() ? new BigDecimal("0.2") : null;
        return new Terms.Size(data, byMethod, change, reach, deltas, null, 0L, "chain", null);
    }

    @Test
    void aFileReadsBackAsItWasWritten() {
        var calibration = new Calibration(new TreeMap<>(Map.of(
                "shop",
                        measured(
                                230 * GIB + 1,
                                Map.of("file-system", 230 * GIB + 1),
                                Map.of(Duration.ofDays(1), 7 * GIB, Duration.ofHours(36), 9 * GIB)),
                "wiki", measured(null, Map.of("snapshot-move", 5L), Map.of()))));
        String text = YamlWriter.document(CalibrationFile.write(calibration, "prod", MEASURED));
        assertThat(text)
                .startsWith("apiVersion: calibration.ballast.dev/v1\nkind: Calibration\nmetadata:\n  name: prod\n");
        assertThat(read(text).value()).contains(calibration);
    }

    @Test
    void everyMistakeInAFileIsFoundAtItsPlace() {
        Outcome<Calibration> read = read("""
                apiVersion: calibration.ballast.dev/v2
                kind: Calibration
                metadata: {name: prod}
                spec:
                  policies:
                    shop:
                      measured: yesterday
                      data: much
                      dada: 5GiB
                      byMethod: {tape: 5GiB}
                      deltas:
                        1x: {bytes: 5GiB, samples: 1}
                        7d: {bytes: 5GiB, samples: 0}
                        9d: {samples: 1}
                    wiki: 5GiB
                """);
        assertThat(read.value()).isEmpty();
        assertThat(read.diagnostics().stream().map(CalibrationTest::text))
                .containsExactlyInAnyOrder(
                        "schema.value /apiVersion a calibration has `apiVersion: calibration.ballast.dev/v1`",
                        "schema.value /spec/policies/shop/measured `measured` is not a time such as `2026-11-21T09:00:00Z`",
                        "schema.value /spec/policies/shop/data `data` is not a size such as `200GiB`",
                        "schema.unknown-field /spec/policies/shop/dada there is no field `dada` here, only measured, data, byMethod, deltas",
                        "schema.unknown-field /spec/policies/shop/byMethod/tape `tape` is no method of volumes",
                        "schema.value /spec/policies/shop/deltas/1x `1x` is no span such as `7d`",
                        "schema.range /spec/policies/shop/deltas/7d/samples `samples` is a number from 1",
                        "schema.missing-field /spec/policies/shop/deltas/9d `bytes` is missing, expected a size such as `5GiB`",
                        "schema.type /spec/policies/wiki here stands an object with measured, data, byMethod, deltas",
                        "schema.missing-field /spec/policies/wiki `measured` is missing, expected a time such as `2026-11-21T09:00:00Z`");
    }

    private static String text(Diagnostic finding) {
        return "%s %s %s".formatted(finding.rule(), ((Place.Field) finding.place()).pointer(), finding.message());
    }

    private static Outcome<Calibration> read(String text) {
        Document document = SourceReader.read("calibration.yaml", text, Limits.DEFAULT)
                .value()
                .orElseThrow()
                .documents()
                .get(0);
        return CalibrationFile.read(document);
    }

    @Test
    void measuredDataReplacesWhatWasDeclaredInItsForm() {
        Calibration.Measured found = measured(300 * GIB, Map.of("file-system", 60 * GIB), Map.of());
        assertThat(found.on(declared(200 * GIB, Map.of(), Map.of())).data()).isEqualTo(300 * GIB);
        assertThat(found.on(declared(null, Map.of("file-system", GIB, "snapshot", GIB), Map.of()))
                        .byMethod())
                .isEqualTo(Map.of("file-system", 60 * GIB, "snapshot", GIB));
        assertThat(found.on(declared(null, Map.of(), Map.of())).data()).isEqualTo(300 * GIB);
    }

    @Test
    void differencesGrowWithTheDataTheyWereDeclaredFor() {
        Terms.Size size = measured(300 * GIB, Map.of(), Map.of())
                .on(declared(200 * GIB, Map.of(), Map.of(Duration.ofDays(1), 4 * GIB)));
        assertThat(size.deltas()).isEqualTo(Map.of(Duration.ofDays(1), 6 * GIB));
    }

    @Test
    void beyondWhatWasMeasuredTheDeclaredCurveGoesOnInProportion() {
        Terms.Size size = measured(200 * GIB, Map.of(), Map.of(Duration.ofDays(1), 6 * GIB))
                .on(declared(
                        200 * GIB,
                        Map.of(),
                        Map.of(
                                Duration.ofDays(1),
                                5 * GIB,
                                Duration.ofDays(7),
                                20 * GIB,
                                Duration.ofDays(30),
                                40 * GIB)));
        assertThat(size.deltas())
                .containsEntry(Duration.ofDays(1), 6 * GIB)
                .containsEntry(Duration.ofDays(7), 24 * GIB)
                .containsEntry(Duration.ofDays(30), 48 * GIB);
        assertThat(Concavity.dent(size.deltas())).isEmpty();
    }

    @Test
    void measurementsThatCannotAllBeTrueBecomeTheLeastCurveAboveThem() {
        Terms.Size size = measured(
                        100 * GIB,
                        Map.of(),
                        Map.of(Duration.ofDays(1), GIB, Duration.ofDays(2), 4 * GIB, Duration.ofDays(4), 3 * GIB))
                .on(declared(100 * GIB, Map.of(), Map.of()));
        assertThat(Concavity.dent(size.deltas())).isEmpty();
        assertThat(size.deltas()).doesNotContainKey(Duration.ofDays(1)).containsEntry(Duration.ofDays(2), 4 * GIB);
        assertThat(size.change()).isNull();
    }

    @Test
    void anEstimateSaysWhatWasMeasured() {
        Costs.Side side = Priced.side(Priced.environment("us-east-1", "")
                + Priced.policy("shop", "keep: {daily: 7}", "snapshot", "data: 200GiB"));
        var calibration = new Calibration(new TreeMap<>(
                Map.of("shop", measured(230 * GIB, Map.of(), Map.of(Duration.ofDays(1), 7 * GIB)))));
        PolicyCost cost = Costs.of(side.environment(), side.forecasts(), side.prices(), calibration, Priced.FROM)
                .policies()
                .get(0);
        assertThat(cost.assumptions())
                .extracting(Assumption::name)
                .contains("measured-data", "measured-deltas")
                .doesNotContain("change", "reach");
        // 230 and six days of 7 GiB, and a little for what is not collected yet.
        assertThat(cost.stored().estimate() / GIB).isEqualTo(272);
    }
}
