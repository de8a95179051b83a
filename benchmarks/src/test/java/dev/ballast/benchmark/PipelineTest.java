package dev.ballast.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ballast.plan.Fleet;
import org.junit.jupiter.api.Test;

/** What the benchmarks run on is right, and every step does its work. */
class PipelineTest {
    private final Pipeline pipeline = new Pipeline();

    @Test
    void theSamplesCompileWithoutAnyMistake() {
        var documents = pipeline.read(SamplePolicies.of(40));
        assertThat(pipeline.validate(documents)).isEmpty();
        var set = pipeline.decode(documents);
        assertThat(set.diagnostics()).isEmpty();
        var resolved = pipeline.resolve(set.value().orElseThrow());
        assertThat(resolved.diagnostics()).isEmpty();
        Fleet fleet = resolved.value().orElseThrow();
        assertThat(pipeline.rules(fleet).diagnostics()).isEmpty();
        int tiers = fleet.environments().get(0).policies().stream()
                .mapToInt(policy -> policy.tiers().size())
                .sum();
        assertThat(pipeline.compile(fleet).lines().filter("kind: Schedule"::equals))
                .hasSize(tiers);
        assertThat(tiers).isGreaterThan(100);
    }

    @Test
    void theSameCountGivesTheSameBytes() {
        assertThat(SamplePolicies.of(30)).isEqualTo(SamplePolicies.of(30)).hasSize(31);
    }
}
