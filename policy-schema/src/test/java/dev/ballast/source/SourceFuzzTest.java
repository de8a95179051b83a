package dev.ballast.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ballast.diagnostic.Diagnostic;
import dev.ballast.diagnostic.Outcome;
import dev.ballast.diagnostic.Place;
import dev.ballast.diagnostic.Region;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Damaged policies: whatever is done to them, reading ends, throws nothing, and every finding has a place inside the text.
 * {@code -Dballast.fuzz.count} says how many, {@code -Dballast.fuzz.seed} which ones.
 */
class SourceFuzzTest {
    private static final int COUNT = Integer.getInteger("ballast.fuzz.count", 10_000);
    private static final long SEED = Long.getLong("ballast.fuzz.seed", 20_260_101L);
    private static final Limits LIMITS = new Limits(1 << 20, 32, 200, 5_000, 50);

    private final Mutations mutations = new Mutations(SEED);

    @Test
    void damagedPoliciesAreReadOrRefusedWithAPlace() {
        int refused = 0;
        for (int i = 0; i < COUNT; i++) {
            byte[] bytes = mutations.next();
            String name = i % 5 == 0 ? "p.json" : "p.yaml";
            Outcome<SourceFile> outcome = assertTimeoutPreemptively(
                    Duration.ofSeconds(1),
                    () -> read(name, bytes),
                    () -> "hangs: " + new String(bytes, StandardCharsets.UTF_8));
            refused += outcome.hasErrors() ? 1 : 0;
            check(outcome, bytes);
        }
        assertThat(refused).isBetween(COUNT / 4, COUNT - 1);
    }

    private static Outcome<SourceFile> read(String name, byte[] bytes) {
        try {
            return SourceReader.read(name, bytes, LIMITS);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("fails on: " + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }

    private static void check(Outcome<SourceFile> outcome, byte[] bytes) {
        SourceFile file = outcome.value().orElseThrow();
        for (Diagnostic d : outcome.diagnostics()) {
            assertThat(d.place().source()).isEqualTo(file.name());
            assertThat(d.message()).isNotBlank();
            if (d.place() instanceof Place.Text place && !file.text().isEmpty()) {
                assertInside(new Lines(file.text()), place.region(), bytes);
            }
        }
        Lines lines = new Lines(file.text());
        for (Document document : file.documents()) {
            document.spans().values().forEach(span -> {
                assertInside(lines, span.key(), bytes);
                assertInside(lines, span.value(), bytes);
            });
        }
    }

    private static void assertInside(Lines lines, Region region, byte[] bytes) {
        assertThat(region.endLine()).isLessThanOrEqualTo(lines.count());
        for (int[] end : new int[][] {{region.line(), region.column()}, {region.endLine(), region.endColumn()}}) {
            String line = lines.line(end[0]);
            assertThat(end[1])
                    .as(() -> region + " in " + new String(bytes, StandardCharsets.UTF_8))
                    .isLessThanOrEqualTo(line.codePointCount(0, line.length()) + 1);
        }
    }
}
