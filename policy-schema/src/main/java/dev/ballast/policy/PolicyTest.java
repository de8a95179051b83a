package dev.ballast.policy;

import dev.ballast.diagnostic.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        /** Runs are made and fail; collection goes on. */
        RUNS_FAIL("runs-fail"),
        /** Nothing runs and nothing is collected. */
        VELERO_DOWN("velero-down"),
        /** Runs are refused, and nothing is collected. */
        STORE_DOWN("store-down");

        private final String word;

        Failure(String word) {
            this.word = word;
        }

        /** How the language writes it. */
        public String word() {
            return word;
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
