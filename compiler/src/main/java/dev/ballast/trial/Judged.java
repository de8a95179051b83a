package dev.ballast.trial;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a test, judged.
 *
 * @param statement its name in the test, for example {@code lookback}
 * @param expected as the test says it
 * @param found what was found, in the same terms
 * @param breach why it does not hold; absent when it does
 */
public record Judged(
        String statement,
        String expected,
        String found,
        @Nullable Breach breach) {
    /**
     * When and how a statement is broken.
     *
     * @param at the first instant of it
     * @param message in words: starts lower-case, no full stop
     * @param timeline what happens around it; empty where that explains nothing
     */
    public record Breach(Instant at, String message, List<Row> timeline) {}

    /** Whether it holds. */
    public boolean holds() {
        return breach == null;
    }
}
