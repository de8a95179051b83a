package dev.ballast.policy;

import dev.ballast.diagnostic.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for a policy through some days.
 *
 * @param environment name or group; absent means every one in which the policy exists
 * @param days how many days are played, at least one
 */
public record PolicyTest(
        Meta meta,
        String policy,
        @Nullable String environment,
        Instant from,
        int days,
        List<Outage> outages,
        Expectations expect) {

    /** The name, unique among tests. */
    public String name() {
        return meta.name();
    }

    /** What goes wrong from one moment until before another. */
    public record Outage(Instant from, Instant to, Failure kind, Place.Field place) {
        public Outage {
            if (!to.isAfter(from)) {
                throw new IllegalArgumentException("an outage ends after it begins: " + from + " to " + to);
            }
        }
    }

    /** What fails in an outage. */
    public enum Failure {
        /** Backups are made and fail; expired ones are collected as ever. */
        RUNS_FAIL,
        /** No backup is made, none is collected; afterwards a Schedule that missed any number of runs makes one at once. */
        VELERO_DOWN,
        /** The store is unavailable: Velero refuses every run and collects nothing. */
        STORE_DOWN;

        /** How the language writes it: {@code runs-fail}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The failure of this word. */
        public static Optional<Failure> of(String word) {
            return Arrays.stream(values())
                    .filter(failure -> failure.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * What must hold, at the end or at any time; absent means that nothing is expected.
     *
     * @param points restore points at the end
     * @param good restore points at any time from the first outage on; without outages, once every tier has filled
     * @param runs runs until the end, good or failed
     * @param lookback least age of the oldest restore point at any time once every tier has filled
     * @param newestGoodAge most age of the newest restore point at any time
     * @param monthHasPoint whether each month within the look-back has a restore point
     * @param cost most money a month at rest
     */
    public record Expectations(
            @Nullable Bound points,
            @Nullable Bound good,
            @Nullable Bound runs,
            @Nullable Duration lookback,
            @Nullable Duration newestGoodAge,
            @Nullable Boolean monthHasPoint,
            @Nullable Money cost) {}
}
