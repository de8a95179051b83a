package dev.ballast.outlook;

import dev.ballast.policy.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instant at which something happens, and what holds from it until the next one.
 *
 * @param events what happens, runs before expiries; empty where a timeline only begins
 * @param points restore points
 * @param oldest start of the oldest restore point; absent without any
 * @param newest start of the newest one
 */
public record Moment(
        Instant time,
        List<Event> events,
        int points,
        @Nullable Instant oldest,
        @Nullable Instant newest) {

    /**
     * What happens to one tier.
     *
     * @param tier absent for a backup of a tier that the policy has no longer
     */
    public record Event(What what, @Nullable Tier tier) {
        /** In words, for example {@code daily run fails}. */
        public String text() {
            return (tier == null ? "older" : tier.word()) + " " + what.words();
        }
    }

    /** What can happen. */
    public enum What {
        RUN("run"),
        FAILED_RUN("run fails"),
        EXPIRY("point expires");

        private final String words;

        What(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** How old the newest restore point is at an instant up to the next moment; empty without any. */
    public Optional<Duration> newestAge(Instant at) {
        return newest == null ? Optional.empty() : Optional.of(Duration.between(newest, at));
    }

    /** How old the oldest restore point is at an instant up to the next moment; empty without any. */
    public Optional<Duration> oldestAge(Instant at) {
        return oldest == null ? Optional.empty() : Optional.of(Duration.between(oldest, at));
    }
}
