package dev.ballast.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The guard at work in random histories: schedules, outages of the server, the store and the guard itself, pauses, deletions. Here 200,000 of
 * them; {@code -Dguard.histories=1000000} plays a million, and {@code -Dguard.first} begins with another one than 0.
 */
class GuardHistoriesTest {
    private static final long COUNT = Long.getLong("guard.histories", 200_000);
    private static final long FIRST = Long.getLong("guard.first", 0);

    @Test
    void noHistoryBreaksAPromise() {
        Optional<History> broken = LongStream.range(FIRST, FIRST + COUNT)
                .mapToObj(RandomHistories::of)
                .filter(GuardHistoriesTest::isBroken)
                .findFirst();
        assertThat(broken.map(GuardHistoriesTest::told)).isEmpty();
    }

    @Test
    void withoutTheGuardManyDo() {
        assertThat(LongStream.range(0, 1000)
                        .mapToObj(RandomHistories::of)
                        .filter(history -> !Play.unguarded(history).broken().isEmpty())
                        .count())
                .isEqualTo(552);
    }

    @Test
    void itHasToDoInMostOfThem() {
        assertThat(LongStream.range(0, 1000)
                        .mapToObj(RandomHistories::of)
                        .filter(history -> Play.of(history).extended() > 0)
                        .count())
                .isEqualTo(677);
    }

    private static boolean isBroken(History history) {
        return !Play.of(history).broken().isEmpty();
    }

    /** The simplest history that is broken as well, and how. */
    private static String told(History broken) {
        History simplest = broken;
        for (Optional<History> simpler = Optional.of(broken); simpler.isPresent(); ) {
            simplest = simpler.get();
            simpler = simplest.simpler().stream()
                    .filter(GuardHistoriesTest::isBroken)
                    .findFirst();
        }
        return simplest + "\n" + String.join("\n", Play.of(simplest).broken());
    }
}
