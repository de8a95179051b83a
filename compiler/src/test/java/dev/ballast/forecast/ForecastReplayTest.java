package dev.ballast.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random policies in random scenarios: the forecast says what an event-by-event replay shows. {@code -Dballast.replay.count} says how many,
 * {@code -Dballast.replay.seed} which ones.
 */
class ForecastReplayTest {
    private static final int COUNT = Integer.getInteger("ballast.replay.count", 10_000);
    private static final long SEED = Long.getLong("ballast.replay.seed", 20_270_101L);
    private static final int SHOWN = 3;

    /** @param seed of what is asked about it */
    private record Numbered(ReplayedCase subject, long seed) {
        List<String> differences() {
            return ReplayComparison.of(subject, new Draw(seed));
        }

        /** What is left when everything is taken away that a disagreement does not need. */
        Numbered smallest() {
            return subject.smaller()
                    .map(smaller -> new Numbered(smaller, seed))
                    .filter(smaller -> !smaller.differences().isEmpty())
                    .findFirst()
                    .map(Numbered::smallest)
                    .orElse(this);
        }
    }

    @Test
    void whatIsForeseenIsWhatHappens() {
        var draw = new Draw(SEED);
        List<Numbered> cases = new RandomPolicies(draw.seed())
                .plans(COUNT).stream()
                        .map(plan -> new ReplayedCase(plan, RandomScenarios.of(draw, plan)))
                        .map(subject -> new Numbered(subject, draw.seed()))
                        .toList();
        assertThat(cases).hasSizeGreaterThan(COUNT * 9 / 10);
        String disagreements = cases.parallelStream()
                .filter(one -> !one.differences().isEmpty())
                .limit(SHOWN)
                .map(Numbered::smallest)
                .map(one -> "seed %d: %s%s".formatted(SEED, one.subject(), one.differences()))
                .collect(Collectors.joining("\n\n"));
        assertThat(disagreements).isEmpty();
    }
}
