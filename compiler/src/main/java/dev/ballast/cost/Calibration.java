package dev.ballast.cost;

import dev.ballast.policy.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of the data of policies, instead of what they declare.
 *
 * @param policies by name
 */
public record Calibration(SortedMap<String, Measured> policies) {
    /** Nothing was measured. */
    public static final Calibration NOTHING = new Calibration(new TreeMap<>());

    public Calibration {
        policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    }

    /**
     * What was measured of one policy.
     *
     * @param at when the newest of it was
     * @param data bytes of all its volumes; absent where that was not measured
     * @param byMethod the same by the word of the method that took them
     * @param deltas what differs after so long
     */
    public record Measured(
            Instant at, @Nullable Long data, SortedMap<String, Long> byMethod, SortedMap<Duration, Sample> deltas) {
        public Measured {
            byMethod = Collections.unmodifiableSortedMap(new TreeMap<>(byMethod));
            deltas = Collections.unmodifiableSortedMap(new TreeMap<>(deltas));
        }

        /**
         * The size that holds once this is known: what was measured replaces what was declared, in the form in which that was. Beyond the
         * longest span that was measured, data changes in the way that was declared, in proportion.
         */
        public Terms.Size on(Terms.Size declared) {
            return Calibrated.size(this, declared);
        }
    }

    /**
     * A difference.
     *
     * @param bytes median, from 0
     * @param count of how many, from 1
     */
    public record Sample(long bytes, int count) {
        public Sample {
            if (bytes < 0 || count < 1) {
                throw new IllegalArgumentException("%d bytes of %d samples".formatted(bytes, count));
            }
        }
    }

    /** What was measured of a policy. */
    public Optional<Measured> policy(String name) {
        return Optional.ofNullable(policies.get(name));
    }
}
